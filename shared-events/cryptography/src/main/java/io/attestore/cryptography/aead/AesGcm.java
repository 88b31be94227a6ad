package io.attestore.cryptography.aead;

import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a 96-bit IV and a 128-bit tag (NIST SP 800-38D), by the JDK's provider for its hardware speed.
 *
 * <p>A primitive: an IV must never meet the same key twice, and the callers in this module see to that. Sealed bytes
 * are ciphertext followed by tag. Safe for many threads.
 */
public final class AesGcm {

    public static final int KEY_BYTES = 32;
    public static final int IV_BYTES = 12;
    public static final int TAG_BYTES = 16;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final Provider PROVIDER = provider();

    private AesGcm() {}

    public static byte[] seal(SecretBytes key, byte[] iv, byte[] associatedData, SecretBytes plaintext) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, iv, associatedData);
            byte[] clear = plaintext.copyOut(InsecureSecretAccess.get());
            try {
                return cipher.doFinal(clear);
            } finally {
                Arrays.fill(clear, (byte) 0);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM could not seal", impossible);
        }
    }

    /** The plaintext, or empty if anything differs from what was sealed: key, IV, associated data or a single bit. */
    public static Optional<SecretBytes> open(SecretBytes key, byte[] iv, byte[] associatedData, byte[] sealed) {
        if (sealed.length < TAG_BYTES) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, iv, associatedData);
            return Optional.of(SecretBytes.takingOwnershipOf(cipher.doFinal(sealed)));
        } catch (AEADBadTagException notAuthentic) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM could not open", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretBytes key, byte[] iv, byte[] associatedData)
            throws GeneralSecurityException {
        if (key.length() != KEY_BYTES || iv.length != IV_BYTES) {
            throw new IllegalArgumentException("AES-256-GCM takes a key of 32 bytes and an IV of 12 bytes");
        }
        Cipher cipher = Cipher.getInstance(TRANSFORMATION, PROVIDER);
        try (WipedKey lent = new WipedKey("AES", key)) {
            cipher.init(mode, lent, new GCMParameterSpec(TAG_BYTES * 8, iv));
        }
        cipher.updateAAD(associatedData);
        return cipher;
    }

    /** Looked up once: a search through the providers for each message costs more than the message. */
    private static Provider provider() {
        try {
            return Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no AES-GCM", missing);
        }
    }
}
