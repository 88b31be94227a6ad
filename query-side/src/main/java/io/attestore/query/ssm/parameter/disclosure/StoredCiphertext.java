package io.attestore.query.ssm.parameter.disclosure;

import io.attestore.cryptography.envelope.EncryptedMessage;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.secret.InsecureSecretAccess;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyFacts;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import java.util.Map;
import java.util.Optional;

/**
 * What a SecureString is kept as: a ciphertext of its KMS key, or, in the advanced tier, a message whose data key is one.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html">How Parameter Store
 *     uses KMS</a>
 */
sealed interface StoredCiphertext {

    /** What KMS's Decrypt is asked to open; it names the key. */
    CiphertextBlob ofKey();

    /** The value, or empty if nothing authentic is there. Whoever receives it closes it. */
    Optional<SecretBytes> opened(KeyCipher cipher, KeyFacts key, Map<String, String> context);

    /** The value itself. */
    record Direct(CiphertextBlob ofKey) implements StoredCiphertext {

        @Override
        public Optional<SecretBytes> opened(KeyCipher cipher, KeyFacts key, Map<String, String> context) {
            return cipher.decrypt(key, ofKey, context);
        }
    }

    /** The data key of a message. */
    record Envelope(CiphertextBlob ofKey, EncryptedMessage message) implements StoredCiphertext {

        @Override
        public Optional<SecretBytes> opened(KeyCipher cipher, KeyFacts key, Map<String, String> context) {
            return cipher.decrypt(key, ofKey, context).flatMap(dataKey -> {
                try (dataKey) {
                    return KeyCipher.decryptMessage(message, dataKey, context);
                }
            });
        }
    }

    /** @throws io.attestore.contract.operation.AwsFault if it is not what this server wrote */
    static StoredCiphertext of(ParameterVersion version, SecretBytes stored) {
        boolean advanced = version.tier().equals(ParameterTier.ADVANCED.wireName());
        return stored.withBytes(InsecureSecretAccess.get(), bytes -> advanced ? envelope(bytes) : direct(bytes))
                .orElseThrow(DisclosureFaults::internalError);
    }

    private static Optional<StoredCiphertext> direct(byte[] bytes) {
        return CiphertextBlob.parse(bytes).map(Direct::new);
    }

    private static Optional<StoredCiphertext> envelope(byte[] bytes) {
        return EncryptedMessage.parse(bytes)
                .flatMap(message -> CiphertextBlob.parse(
                                message.dataKeys().getFirst().ciphertext())
                        .map(blob -> new Envelope(blob, message)));
    }
}
