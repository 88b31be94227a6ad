package io.attestore.cryptography.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.attestore.cryptography.aead.AesGcm;
import io.attestore.cryptography.aead.WipedKey;
import io.attestore.cryptography.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What a message derives from its data key by HKDF with SHA-512 (RFC 5869), the message id being the salt: the key that
 * seals header and frames, and the commitment, which shows that no other data key opens the message.
 */
final class MessageKeys implements AutoCloseable {

    private static final byte[] COMMIT_INFO = "COMMITKEY".getBytes(US_ASCII);
    private static final byte[] SEAL_INFO = ByteBuffer.allocate(Short.BYTES + 9)
            .putShort(MessageHeader.SUITE)
            .put("DERIVEKEY".getBytes(US_ASCII))
            .array();

    private final SecretBytes sealing;
    private final byte[] commitment;

    private MessageKeys(SecretBytes sealing, byte[] commitment) {
        this.sealing = sealing;
        this.commitment = commitment;
    }

    static MessageKeys derive(SecretBytes dataKey, byte[] messageId) {
        if (dataKey.length() != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("A data key has " + AesGcm.KEY_BYTES + " bytes");
        }
        try (WipedKey lent = new WipedKey("Generic", dataKey)) {
            KDF hkdf = KDF.getInstance("HKDF-SHA512");
            byte[] commitment = hkdf.deriveData(info(lent, messageId, COMMIT_INFO, MessageHeader.COMMITMENT_BYTES));
            byte[] sealing = hkdf.deriveData(info(lent, messageId, SEAL_INFO, AesGcm.KEY_BYTES));
            return new MessageKeys(SecretBytes.takingOwnershipOf(sealing), commitment);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF could not derive", impossible);
        }
    }

    SecretBytes sealing() {
        return sealing;
    }

    /** Not secret: it stands in the header. */
    byte[] commitment() {
        return commitment.clone();
    }

    @Override
    public void close() {
        sealing.close();
    }

    private static AlgorithmParameterSpec info(WipedKey key, byte[] salt, byte[] info, int length) {
        return HKDFParameterSpec.ofExtract().addIKM(key).addSalt(salt).thenExpand(info, length);
    }
}
