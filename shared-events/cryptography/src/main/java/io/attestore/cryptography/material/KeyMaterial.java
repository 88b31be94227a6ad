package io.attestore.cryptography.material;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.kdf.CounterModeKdf;
import io.attestore.cryptography.material.Decryption.Opened;
import io.attestore.cryptography.material.Decryption.Reason;
import io.attestore.cryptography.material.Decryption.Refused;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * One generation of a symmetric KMS key's material: 256 bits and their id.
 *
 * <p>It seals no message itself: each message gets an AES key of its own, derived with a random salt, so that the number
 * of messages is not bounded by the length of GCM's IV (AWS KMS cryptographic details, "Key derivation functions").
 * Safe for many threads; after {@link #close()} every use throws {@link IllegalStateException}.
 */
public final class KeyMaterial implements AutoCloseable {

    public static final int KEY_BYTES = 32;

    private static final String MESSAGE_KEY_LABEL = "attestore kms SYMMETRIC_DEFAULT message key v1";

    private final MaterialId id;
    private final SecretBytes key;

    private KeyMaterial(MaterialId id, SecretBytes key) {
        this.id = id;
        this.key = key;
    }

    public static KeyMaterial generate(SecureRandom random) {
        return new KeyMaterial(MaterialId.random(random), SecretBytes.random(KEY_BYTES, random));
    }

    /** Material that exists already, unwrapped or imported. Copies the key; closing the given one stays with the caller. */
    public static KeyMaterial of(MaterialId id, SecretBytes key) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("Symmetric key material has " + KEY_BYTES + " bytes");
        }
        return new KeyMaterial(id, key.copy());
    }

    public MaterialId id() {
        return id;
    }

    /**
     * Seals a plaintext of at most {@link CiphertextBlob#PLAINTEXT_BYTES_MAX} bytes.
     *
     * @param keyId the KMS key this material belongs to, which the blob names
     * @throws IllegalArgumentException if the plaintext is longer or the key id malformed
     */
    public CiphertextBlob encrypt(SecretBytes plaintext, EncryptionContext context, String keyId, SecureRandom random) {
        if (plaintext.length() > CiphertextBlob.PLAINTEXT_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "A plaintext has at most " + CiphertextBlob.PLAINTEXT_BYTES_MAX + " bytes");
        }
        byte[] salt = new byte[CiphertextBlob.SALT_BYTES];
        byte[] iv = new byte[AesGcm.IV_BYTES];
        random.nextBytes(salt);
        random.nextBytes(iv);
        CiphertextBlob header = CiphertextBlob.header(keyId, id, salt, iv);
        try (SecretBytes messageKey = messageKey(salt)) {
            return header.sealedAs(AesGcm.seal(messageKey, iv, header.associatedData(context), plaintext));
        }
    }

    /** Opens what {@link #encrypt} sealed, given the same context. */
    public Decryption decrypt(CiphertextBlob blob, EncryptionContext context) {
        if (!blob.materialId().equals(id)) {
            return new Refused(Reason.OTHER_MATERIAL);
        }
        try (SecretBytes messageKey = messageKey(blob.salt())) {
            Optional<SecretBytes> plaintext =
                    AesGcm.open(messageKey, blob.iv(), blob.associatedData(context), blob.sealed());
            return plaintext.<Decryption>map(Opened::new).orElseGet(() -> new Refused(Reason.NOT_AUTHENTIC));
        }
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
        return "KeyMaterial[id=" + id + "]";
    }

    private SecretBytes messageKey(byte[] salt) {
        return CounterModeKdf.derive(key, MESSAGE_KEY_LABEL, salt, AesGcm.KEY_BYTES);
    }
}
