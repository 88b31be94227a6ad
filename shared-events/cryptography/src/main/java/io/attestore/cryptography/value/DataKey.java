package io.attestore.cryptography.value;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The 256-bit key that seals what an event stores of one version of a value. It lives outside the log: destroy it, and
 * that version is gone from the log and from every copy of the log.
 *
 * <p>A data key seals a handful of messages in its life, so a random IV for each is safe (NIST SP 800-38D, section 8.3,
 * allows 2^32). Safe for many threads; after {@link #close()} every use throws {@link IllegalStateException}.
 *
 * <pre>
 * offset  bytes  field of a sealed value
 *      0      1  format version, 1
 *      1     12  IV
 *     13      n  ciphertext, as long as the plaintext
 *   13+n     16  tag
 * </pre>
 *
 * <p>The format version and the caller's associated data are authenticated.
 */
public final class DataKey implements AutoCloseable {

    public static final int KEY_BYTES = 32;

    /** The longest plaintext, in bytes: the longest secret there is (64 KiB), twice. */
    public static final int PLAINTEXT_BYTES_MAX = 128 * 1024;

    private static final byte FORMAT_VERSION = 1;
    private static final int HEADER_BYTES = 1 + AesGcm.IV_BYTES;
    private static final int SEALED_BYTES_MIN = HEADER_BYTES + AesGcm.TAG_BYTES;

    private final SecretBytes key;

    private DataKey(SecretBytes key) {
        this.key = key;
    }

    public static DataKey generate(SecureRandom random) {
        return new DataKey(SecretBytes.random(KEY_BYTES, random));
    }

    /** A data key that exists already. Copies the key; closing the given one stays with the caller. */
    public static DataKey of(SecretBytes key) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("A data key has " + KEY_BYTES + " bytes");
        }
        return new DataKey(key.copy());
    }

    /**
     * Seals a plaintext for one place.
     *
     * @param place what the value belongs to (its name and version, say); {@link #open} must be given the same bytes
     * @throws IllegalArgumentException if the plaintext is longer than {@link #PLAINTEXT_BYTES_MAX}
     */
    public byte[] seal(SecretBytes plaintext, byte[] place, SecureRandom random) {
        if (plaintext.length() > PLAINTEXT_BYTES_MAX) {
            throw new IllegalArgumentException("A sealed value has at most " + PLAINTEXT_BYTES_MAX + " bytes");
        }
        byte[] iv = new byte[AesGcm.IV_BYTES];
        random.nextBytes(iv);
        byte[] sealed = AesGcm.seal(key, iv, associatedData(place), plaintext);
        return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                .put(FORMAT_VERSION)
                .put(iv)
                .put(sealed)
                .array();
    }

    /**
     * Opens what {@link #seal} sealed for the same place. Whoever receives the plaintext closes it.
     *
     * @throws SealBrokenException if anything differs from what was sealed
     */
    public SecretBytes open(byte[] sealed, byte[] place) {
        if (sealed.length < SEALED_BYTES_MIN
                || sealed.length > SEALED_BYTES_MIN + PLAINTEXT_BYTES_MAX
                || sealed[0] != FORMAT_VERSION) {
            throw new SealBrokenException();
        }
        byte[] iv = Arrays.copyOfRange(sealed, 1, HEADER_BYTES);
        byte[] ciphertext = Arrays.copyOfRange(sealed, HEADER_BYTES, sealed.length);
        return AesGcm.open(key, iv, associatedData(place), ciphertext).orElseThrow(SealBrokenException::new);
    }

    /** A copy of the key for the root key to wrap; whoever receives it closes it. */
    public SecretBytes copyKey() {
        return key.copy();
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "DataKey[redacted]";
    }

    private static byte[] associatedData(byte[] place) {
        return ByteBuffer.allocate(1 + place.length)
                .put(FORMAT_VERSION)
                .put(place)
                .array();
    }
}
