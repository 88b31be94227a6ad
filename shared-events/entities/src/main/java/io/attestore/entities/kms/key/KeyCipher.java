package io.attestore.entities.kms.key;

import io.attestore.cryptography.envelope.EncryptedDataKey;
import io.attestore.cryptography.envelope.EncryptedMessage;
import io.attestore.cryptography.material.CiphertextBlob;
import io.attestore.cryptography.material.Decryption;
import io.attestore.cryptography.material.EncryptionContext;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.entities.vault.KeyVault;
import io.attestore.events.Bytes;
import io.attestore.events.id.KeyMaterialId;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * Encrypts and decrypts under a KMS key. Whether the key may be used is for its state and the caller's permissions to
 * say: only an enabled key comes here. Safe for many threads.
 */
public final class KeyCipher {

    private final KeyVault vault;
    private final SecureRandom random;

    public KeyCipher(KeyVault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    /**
     * Seals at most 4096 bytes under the key's current material, one that is just being created included.
     *
     * @throws IllegalArgumentException if the plaintext or the encryption context is too long
     */
    public Bytes encrypt(KeyLookup.Found found, SecretBytes plaintext, Map<String, String> context) {
        KeyFacts facts = found.facts();
        KeyMaterial material = found.creation()
                .map(KeyLookup.Creation::material)
                .or(() -> vault.material(facts.where(), facts.keyId(), facts.currentMaterialId()))
                .orElseThrow(() -> new IllegalStateException("No key material for " + facts.arn()));
        CiphertextBlob blob = material.encrypt(
                plaintext, EncryptionContext.of(context), facts.keyId().value(), random);
        return Bytes.copyOf(blob.toBytes());
    }

    /**
     * Seals at most {@link EncryptedMessage#PLAINTEXT_BYTES_MAX} bytes as a message of the AWS Encryption SDK, under a data
     * key that this key encrypts with the same context.
     *
     * @throws IllegalArgumentException if the plaintext or the encryption context is too long
     */
    public Bytes encryptMessage(KeyLookup.Found found, SecretBytes plaintext, Map<String, String> context) {
        try (SecretBytes dataKey = SecretBytes.random(EncryptedMessage.DATA_KEY_BYTES, random)) {
            byte[] encrypted = encrypt(found, dataKey, context).toArray();
            EncryptedDataKey named = EncryptedDataKey.ofKms(found.facts().arn().value(), encrypted);
            return Bytes.copyOf(EncryptedMessage.seal(dataKey, named, EncryptionContext.of(context), plaintext, random)
                    .toBytes());
        }
    }

    /**
     * Opens a message whose data key a KMS key encrypted.
     *
     * @param dataKey that data key, decrypted
     * @return empty if the message is not authentic, or bound to another context
     */
    public static Optional<SecretBytes> decryptMessage(
            EncryptedMessage message, SecretBytes dataKey, Map<String, String> context) {
        return dataKey.length() == EncryptedMessage.DATA_KEY_BYTES
                        && message.context().equals(EncryptionContext.of(context))
                ? message.open(dataKey)
                : Optional.empty();
    }

    /**
     * Opens a blob that names this key. Empty if it is not authentic under any material of the key and this context:
     * which of these it is, nobody can tell. Whoever receives the plaintext closes it.
     */
    public Optional<SecretBytes> decrypt(KeyFacts facts, CiphertextBlob blob, Map<String, String> context) {
        KeyMaterialId materialId = new KeyMaterialId(blob.materialId().value());
        boolean ours = blob.keyId().equals(facts.keyId().value())
                && facts.materials().stream()
                        .anyMatch(generation -> generation.materialId().equals(materialId));
        if (!ours) {
            return Optional.empty();
        }
        return vault.material(facts.where(), facts.keyId(), materialId)
                .map(material -> material.decrypt(blob, EncryptionContext.of(context)))
                .flatMap(decryption -> switch (decryption) {
                    case Decryption.Opened(SecretBytes plaintext) -> Optional.of(plaintext);
                    case Decryption.Refused refused -> Optional.empty();
                });
    }
}
