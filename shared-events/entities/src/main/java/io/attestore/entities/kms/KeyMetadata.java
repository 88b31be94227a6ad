package io.attestore.entities.kms;

import io.attestore.contract.document.Structure;
import io.attestore.entities.kms.key.Key;
import io.attestore.entities.kms.key.KeyFacts;
import java.util.List;

/**
 * A key as CreateKey and DescribeKey show it.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html">KMS: KeyMetadata</a>
 */
public final class KeyMetadata {

    private KeyMetadata() {}

    public static Structure of(Key.Existing key) {
        KeyFacts facts = key.facts();
        return Structure.builder()
                .put("AWSAccountId", facts.where().account().value())
                .put("KeyId", facts.keyId().value())
                .put("Arn", facts.arn().value())
                .put("CreationDate", facts.createdAt())
                .put("Enabled", enabled(key))
                .put("Description", facts.description())
                .put("KeyUsage", KmsShapes.ENCRYPT_DECRYPT)
                .put("KeyState", enabled(key) ? "Enabled" : "Disabled")
                .put("Origin", KmsShapes.AWS_KMS)
                .put("KeyManager", facts.manager().name())
                .put("CustomerMasterKeySpec", KmsShapes.SYMMETRIC_DEFAULT)
                .put("KeySpec", KmsShapes.SYMMETRIC_DEFAULT)
                .putTexts("EncryptionAlgorithms", List.of(KmsShapes.SYMMETRIC_DEFAULT))
                .put("MultiRegion", false)
                .put("CurrentKeyMaterialId", facts.currentMaterialId().value())
                .build();
    }

    private static boolean enabled(Key.Existing key) {
        return switch (key) {
            case Key.Enabled _ -> true;
            case Key.Disabled _ -> false;
        };
    }
}
