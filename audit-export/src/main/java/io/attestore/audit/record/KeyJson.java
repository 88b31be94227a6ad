package io.attestore.audit.record;

import io.attestore.events.id.AliasName;
import io.attestore.events.id.Arn;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyMaterialRotated;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of KMS's records that differ from operation to operation. */
final class KeyJson {

    private static final String ORIGIN = "AWS_KMS";

    private KeyJson() {}

    /** The requestParameters of one use of a key. */
    static String useOf(String operation, Arn key, Map<String, String> encryptionContext) {
        return Json.object(json -> {
            if (operation.startsWith("GenerateDataKey")) {
                json.writeStringProperty("keySpec", "AES_256");
            } else {
                json.writeStringProperty("encryptionAlgorithm", "SYMMETRIC_DEFAULT");
            }
            json.writeStringProperty("keyId", key.value());
            if (!encryptionContext.isEmpty()) {
                json.writeObjectPropertyStart("encryptionContext");
                new TreeMap<>(encryptionContext).forEach(json::writeStringProperty);
                json.writeEndObject();
            }
        });
    }

    /** The serviceEventDetails of RotateKey. */
    static String rotationOf(KeyMaterialRotated rotated) {
        return Json.object(json -> {
            json.writeStringProperty("rotationType", rotated.rotationType().name());
            json.writeStringProperty("keyOrigin", ORIGIN);
            json.writeStringProperty(
                    "previousKeyMaterialId", rotated.previousMaterialId().value());
            json.writeStringProperty(
                    "currentKeyMaterialId", rotated.materialId().value());
            json.writeStringProperty("keyId", rotated.keyId().value());
        });
    }

    /** The serviceEventDetails of our CreateKey event for an AWS managed key. */
    static String managedKeyOf(KeyCreated created, List<AliasName> aliases) {
        return Json.object(json -> {
            json.writeStringProperty("keyId", created.keyId().value());
            json.writeStringProperty("keyManager", created.manager().name());
            json.writeStringProperty("keyOrigin", ORIGIN);
            json.writeStringProperty(
                    "currentKeyMaterialId", created.materialId().value());
            json.writeArrayPropertyStart("aliases");
            aliases.forEach(alias -> json.writeString(alias.value()));
            json.writeEndArray();
        });
    }
}
