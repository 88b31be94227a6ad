package io.attestore.cryptography.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a wrapped key is for: a version of a parameter, a generation of a KMS key's material, an access key. It does not
 * open for anything else, whatever an event or a row of a table says.
 *
 * @param owner what the key is destroyed together with, e.g. the parameter: keys of one owner are in one group, so that
 *     one roll completes the destruction of all of them
 * @param detail which of the owner's keys it is
 */
public record KeyPurpose(String owner, String detail) {

    static final int HASH_BYTES = 32;

    private static final String GROUP_LABEL = "attestore key group v1\0";

    public KeyPurpose {
        if (owner.isEmpty()) {
            throw new IllegalArgumentException("A key's owner has a name");
        }
    }

    /** The group of the owner's keys, of so many. */
    int group(int groups) {
        byte[] hash = sha256(GROUP_LABEL.getBytes(UTF_8), owner.getBytes(UTF_8));
        return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), groups);
    }

    /** Owner and detail, without a way to read one pair as another. */
    byte[] hash() {
        byte[] ownerBytes = owner.getBytes(UTF_8);
        byte[] length =
                ByteBuffer.allocate(Integer.BYTES).putInt(ownerBytes.length).array();
        return sha256(length, ownerBytes, detail.getBytes(UTF_8));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
