package io.attestore.entities.vault;

import io.attestore.events.Event;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.List;

/** What an event says of the rows of the key table: which came to be with it, and which were destroyed. */
public sealed interface KeyRowEffect {

    String rowId();

    record Made(String rowId, KeyRowPurpose purpose) implements KeyRowEffect {}

    record Destroyed(String rowId) implements KeyRowEffect {}

    static List<KeyRowEffect> of(Event event) {
        return switch (event) {
            case ParameterVersionPut put ->
                List.of(new Made(
                        put.dataKeyId(), new KeyRowPurpose.ParameterVersion(put.where(), put.name(), put.version())));
            case ParameterVersionDestroyed destroyed -> List.of(new Destroyed(destroyed.dataKeyId()));
            case ParameterDeleted deleted -> destroyed(deleted.destroyedDataKeyIds());
            case DeletedParameterDestroyed destroyed -> destroyed(destroyed.destroyedDataKeyIds());
            case KeyCreated created -> List.of(material(created.where(), created.keyId(), created.materialId()));
            case KeyMaterialRotated rotated ->
                List.of(material(rotated.where(), rotated.keyId(), rotated.materialId()));
            case AccessKeyCreated created ->
                List.of(new Made(
                        KeyRowNames.accessKey(created.accessKeyId()),
                        new KeyRowPurpose.AccessKeySecret(created.account(), created.accessKeyId())));
            default -> List.of();
        };
    }

    private static List<KeyRowEffect> destroyed(List<String> rowIds) {
        return rowIds.stream().<KeyRowEffect>map(Destroyed::new).toList();
    }

    private static Made material(AccountRegion where, KeyId keyId, KeyMaterialId materialId) {
        return new Made(
                KeyRowNames.material(where, keyId, materialId), new KeyRowPurpose.Material(where, keyId, materialId));
    }
}
