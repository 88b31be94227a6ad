package io.attestore.cryptography.kdf;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.KDFCounterBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KDFCounterParameters;

/**
 * Key derivation in counter mode with HMAC-SHA-256 (NIST SP 800-108r1, section 4.1), the function by which AWS KMS
 * derives a key for each message (AWS KMS cryptographic details, "Key derivation functions").
 *
 * <p>Each block is {@code HMAC(key, [i] || fixed input)} with a 32-bit counter {@code i} from 1. The labelled form fixes
 * the input as {@code Label || 0x00 || Context || [L]} with L, the length in bits, in 32 bits; a label has no zero byte,
 * so no label and context run into another pair. Safe for many threads.
 */
public final class CounterModeKdf {

    /** The longest output, in bytes: far more than any key here, far less than the standard allows. */
    public static final int OUTPUT_BYTES_MAX = 1024;

    private static final int COUNTER_BITS = 32;

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
        var generator = new KDFCounterBytesGenerator(new HMac(SHA256Digest.newInstance()));
        key.useBytes(
                InsecureSecretAccess.get(),
                bytes -> generator.init(new KDFCounterParameters(bytes, fixedInput, COUNTER_BITS)));
        byte[] derived = new byte[lengthBytes];
        generator.generateBytes(derived, 0, lengthBytes);
        return SecretBytes.takingOwnershipOf(derived);
    }
}
