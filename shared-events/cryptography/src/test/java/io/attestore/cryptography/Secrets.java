package io.attestore.cryptography;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;

/** Takes secrets apart where a test compares them. */
public final class Secrets {

    private Secrets() {}

    public static byte[] exposed(SecretBytes secret) {
        return secret.copyOut(InsecureSecretAccess.get());
    }

    public static SecretBytes secret(String text) {
        return SecretBytes.takingOwnershipOf(text.getBytes(UTF_8));
    }

    /** The bytes with one bit turned; bits are counted from the first byte's lowest. */
    public static byte[] withBitFlipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
