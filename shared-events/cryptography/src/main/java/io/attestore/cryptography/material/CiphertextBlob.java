package io.attestore.cryptography.material;

import static io.attestore.cryptography.bytes.ByteFields.take;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.aead.AesGcm;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What KMS returns from Encrypt and takes in Decrypt: a message, sealed, and the name of what opens it. Immutable; not
 * secret. At most {@value #BYTES_MAX} bytes (CiphertextType in the KMS API).
 *
 * <pre>
 * offset  bytes  field
 *      0      1  format version, 1
 *      1      1  algorithm, 1 = SYMMETRIC_DEFAULT: AES-256-GCM under a key derived for this message
 *      2      1  k, the length of the key id, 1 to 128
 *      3      k  key id: ASCII letters, digits and hyphens
 *    3+k     32  key material id
 *   35+k     16  salt of the message's key
 *   51+k     12  IV
 *   63+k      n  ciphertext, as long as the plaintext, 0 to 4096
 * 63+k+n     16  tag
 * </pre>
 *
 * <p>All before the ciphertext is authenticated, together with the encryption context, which is not part of the blob.
 */
public final class CiphertextBlob {

    public static final int BYTES_MAX = 6144;

    /** The longest plaintext, in bytes (PlaintextType in the KMS API). */
    public static final int PLAINTEXT_BYTES_MAX = 4096;

    static final int SALT_BYTES = 16;

    private static final byte FORMAT_VERSION = 1;
    private static final byte SYMMETRIC_DEFAULT = 1;
    private static final int KEY_ID_LENGTH_MAX = 128;
    private static final int FIXED_BYTES = 3 + MaterialId.BYTES + SALT_BYTES + AesGcm.IV_BYTES;

    private final String keyId;
    private final MaterialId materialId;
    private final byte[] salt;
    private final byte[] iv;
    private final byte[] sealed;

    private CiphertextBlob(String keyId, MaterialId materialId, byte[] salt, byte[] iv, byte[] sealed) {
        this.keyId = keyId;
        this.materialId = materialId;
        this.salt = salt;
        this.iv = iv;
        this.sealed = sealed;
    }

    /** Reads a blob of any origin. Empty if it is not one of ours; that it is authentic is for its key to say. */
    public static Optional<CiphertextBlob> parse(byte[] bytes) {
        if (bytes.length < FIXED_BYTES + 1 + AesGcm.TAG_BYTES || bytes.length > BYTES_MAX) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != FORMAT_VERSION || in.get() != SYMMETRIC_DEFAULT) {
            return Optional.empty();
        }
        int keyIdBytes = Byte.toUnsignedInt(in.get());
        int sealedBytes = bytes.length - FIXED_BYTES - keyIdBytes;
        if (sealedBytes < AesGcm.TAG_BYTES || sealedBytes > PLAINTEXT_BYTES_MAX + AesGcm.TAG_BYTES) {
            return Optional.empty();
        }
        String keyId = new String(take(in, keyIdBytes), US_ASCII);
        if (!isKeyId(keyId)) {
            return Optional.empty();
        }
        return Optional.of(new CiphertextBlob(
                keyId,
                MaterialId.ofBytes(take(in, MaterialId.BYTES)),
                take(in, SALT_BYTES),
                take(in, AesGcm.IV_BYTES),
                take(in, sealedBytes)));
    }

    /** A blob with all but its ciphertext: {@link #sealedAs} completes it. */
    static CiphertextBlob header(String keyId, MaterialId materialId, byte[] salt, byte[] iv) {
        if (!isKeyId(keyId)) {
            throw new IllegalArgumentException("A key id has 1 to 128 letters, digits and hyphens");
        }
        return new CiphertextBlob(keyId, materialId, salt, iv, new byte[0]);
    }

    CiphertextBlob sealedAs(byte[] sealed) {
        return new CiphertextBlob(keyId, materialId, salt, iv, sealed);
    }

    /**
     * The KMS key that sealed this: a UUID, or the id of a multi-Region key ({@code mrk-...}). Unproven until opened.
     */
    public String keyId() {
        return keyId;
    }

    /** The generation of the key's material that opens this. Unproven until opened. */
    public MaterialId materialId() {
        return materialId;
    }

    public byte[] toBytes() {
        byte[] header = headerBytes();
        return ByteBuffer.allocate(header.length + sealed.length)
                .put(header)
                .put(sealed)
                .array();
    }

    @Override
    public String toString() {
        return "CiphertextBlob[keyId=" + keyId + ", materialId=" + materialId + "]";
    }

    /** What the cipher authenticates beside the plaintext. Both parts state their lengths, so they cannot blur. */
    byte[] associatedData(EncryptionContext context) {
        byte[] header = headerBytes();
        byte[] pairs = context.canonicalBytes();
        return ByteBuffer.allocate(header.length + pairs.length)
                .put(header)
                .put(pairs)
                .array();
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

    private byte[] headerBytes() {
        return ByteBuffer.allocate(FIXED_BYTES + keyId.length())
                .put(FORMAT_VERSION)
                .put(SYMMETRIC_DEFAULT)
                .put((byte) keyId.length())
                .put(keyId.getBytes(US_ASCII))
                .put(materialId.toBytes())
                .put(salt)
                .put(iv)
                .array();
    }

    private static boolean isKeyId(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            if (!fits) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= KEY_ID_LENGTH_MAX;
    }
}
