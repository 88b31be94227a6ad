package io.attestore.cryptography.kdf;

import io.attestore.cryptography.aead.WipedKey;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * Key derivation in counter mode with HMAC-SHA-256 (NIST SP 800-108r1, section 4.1), the function by which AWS KMS
 * derives a key for each message (AWS KMS cryptographic details, "Key derivation functions").
 *
 * <p>Each block is {@code HMAC(key, [i] || fixed input)} with a 32-bit counter {@code i} from 1. The labelled form
 * fixes the input as {@code Label || 0x00 || Context || [L]} with L, the length in bits, in 32 bits; a label has no
 * zero byte, so no label and context run into another pair. By the JDK's HMAC, for its hardware speed. Safe for many
 * threads.
 */
public final class CounterModeKdf {

    /** The longest output, in bytes: far more than any key here, far less than the standard allows. */
    public static final int OUTPUT_BYTES_MAX = 1024;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Provider PROVIDER = provider();

    private CounterModeKdf() {}

    public static SecretBytes derive(SecretBytes key, String label, byte[] context, int lengthBytes) {
        byte[] labelBytes = label.getBytes(StandardCharsets.US_ASCII);
        if (label.isEmpty() || label.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A label has at least one character and no zero byte");
        }
        byte[] fixedInput = ByteBuffer.allocate(labelBytes.length + 1 + context.length + Integer.BYTES)
                .put(labelBytes)
                .put((byte) 0)
                .put(context)
                .putInt(Math.multiplyExact(lengthBytes, 8))
                .array();
        return derive(key, fixedInput, lengthBytes);
    }

    /** With the fixed input given as it is; {@link #derive(SecretBytes, String, byte[], int)} is what new uses want. */
    static SecretBytes derive(SecretBytes key, byte[] fixedInput, int lengthBytes) {
        if (lengthBytes < 1 || lengthBytes > OUTPUT_BYTES_MAX) {
            throw new IllegalArgumentException("A derived key has 1 to " + OUTPUT_BYTES_MAX + " bytes");
        }
        try (WipedKey lent = new WipedKey(ALGORITHM, key)) {
            Mac mac = Mac.getInstance(ALGORITHM, PROVIDER);
            mac.init(lent);
            byte[] derived = new byte[lengthBytes];
            int done = 0;
            for (int block = 1; done < lengthBytes; block++) {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(block).flip());
                byte[] output = mac.doFinal(fixedInput);
                int taken = Math.min(output.length, lengthBytes - done);
                System.arraycopy(output, 0, derived, done, taken);
                Arrays.fill(output, (byte) 0);
                done += taken;
            }
            return SecretBytes.takingOwnershipOf(derived);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 could not derive", impossible);
        }
    }

    /** Looked up once: a search through the providers for each key costs more than the key. */
    private static Provider provider() {
        try {
            return Mac.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", missing);
        }
    }
}
