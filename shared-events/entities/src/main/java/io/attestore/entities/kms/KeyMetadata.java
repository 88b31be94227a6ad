package io.attestore.entities.kms;

import static io.attestore.contract.document.Shape.flag;
import static io.attestore.contract.document.Shape.list;
import static io.attestore.contract.document.Shape.moment;
import static io.attestore.contract.document.Shape.structure;
import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Shape.StructureShape;
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

    public static final StructureShape SHAPE = structure()
            .optional("AWSAccountId", text())
            .required("KeyId", text())
            .optional("Arn", text())
            .optional("CreationDate", moment())
            .optional("Enabled", flag())
            .optional("Description", text())
            .optional("KeyUsage", text())
            .optional("KeyState", text())
            .optional("Origin", text())
            .optional("KeyManager", text())
            .optional("CustomerMasterKeySpec", text())
            .optional("KeySpec", text())
            .optional("EncryptionAlgorithms", list(text(), 0, 1))
            .optional("MultiRegion", flag())
            .optional("CurrentKeyMaterialId", text());

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
                .put("KeyUsage", "ENCRYPT_DECRYPT")
                .put("KeyState", enabled(key) ? "Enabled" : "Disabled")
                .put("Origin", "AWS_KMS")
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
