package io.attestore.cryptography.group;

import static io.attestore.cryptography.bytes.ByteFields.concatenate;
import static io.attestore.cryptography.bytes.ByteFields.take;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.root.KeyKind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key under the key of its group, as the key table stores it. Not secret.
 *
 * <pre>
 * offset  bytes  field
 *      0      1  format version, 2
 *      1      1  kind of key: 1 key material, 2 data key, 3 other secret
 *      2      2  group
 *      4      4  generation of the group's key
 *      8     32  SHA-256 of what the key is for
 *     40     16  salt of the wrapping key
 *     56     12  IV
 *     68      n  ciphertext, as long as what is wrapped
 *   68+n     16  tag
 * </pre>
 *
 * <p>All before the ciphertext is authenticated, followed by the row's id in UTF-8, which is not part of the bytes. The
 * database reads group and generation, too.
 */
final class GroupWrapping {

    static final int SALT_BYTES = 16;

    /** The longest secret that is wrapped, in bytes: an RSA-4096 private key takes about 2400. */
    static final int CONTENT_BYTES_MAX = 16 * 1024;

    private static final byte FORMAT_VERSION = 2;
    private static final int HEADER_BYTES = 8 + KeyPurpose.HASH_BYTES + SALT_BYTES + AesGcm.IV_BYTES;

    private final KeyKind kind;
    private final GroupGeneration under;
    private final byte[] purposeHash;
    private final byte[] salt;
    private final byte[] iv;
    private final byte[] sealed;

    private GroupWrapping(
            KeyKind kind, GroupGeneration under, byte[] purposeHash, byte[] salt, byte[] iv, byte[] sealed) {
        this.kind = kind;
        this.under = under;
        this.purposeHash = purposeHash;
        this.salt = salt;
        this.iv = iv;
        this.sealed = sealed;
    }

    /** All but the ciphertext: {@link #sealedAs} completes it. */
    static GroupWrapping header(KeyKind kind, GroupGeneration under, byte[] purposeHash, byte[] salt, byte[] iv) {
        return new GroupWrapping(kind, under, purposeHash, salt, iv, new byte[0]);
    }

    static Optional<GroupWrapping> parse(byte[] bytes) {
        if (bytes.length < HEADER_BYTES + AesGcm.TAG_BYTES
                || bytes.length > HEADER_BYTES + CONTENT_BYTES_MAX + AesGcm.TAG_BYTES
                || bytes[0] != FORMAT_VERSION) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, 2, bytes.length - 2);
        int group = Short.toUnsignedInt(in.getShort());
        int generation = in.getInt();
        if (generation < GroupGeneration.FIRST_GENERATION) {
            return Optional.empty();
        }
        return KeyKind.of(bytes[1])
                .map(kind -> new GroupWrapping(
                        kind,
                        new GroupGeneration(group, generation),
                        take(in, KeyPurpose.HASH_BYTES),
                        take(in, SALT_BYTES),
                        take(in, AesGcm.IV_BYTES),
                        take(in, in.remaining())));
    }

    GroupWrapping sealedAs(byte[] ciphertextAndTag) {
        return new GroupWrapping(kind, under, purposeHash, salt, iv, ciphertextAndTag);
    }

    KeyKind kind() {
        return kind;
    }

    GroupGeneration under() {
        return under;
    }

    boolean isFor(KeyPurpose purpose) {
        return Arrays.equals(purposeHash, purpose.hash());
    }

    byte[] purposeHash() {
        return purposeHash.clone();
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] iv() {
        return iv.clone();
    }

    byte[] sealed() {
        return sealed.clone();
    }

    byte[] associatedData(String rowId) {
        return concatenate(headerBytes(), rowId.getBytes(UTF_8));
    }

    byte[] toBytes() {
        return concatenate(headerBytes(), sealed);
    }

    private byte[] headerBytes() {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(FORMAT_VERSION)
                .put(kind.code())
                .putShort((short) under.group())
                .putInt(under.generation())
                .put(purposeHash)
                .put(salt)
                .put(iv)
                .array();
    }
}
