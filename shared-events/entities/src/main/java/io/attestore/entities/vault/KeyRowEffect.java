package io.attestore.entities.vault;

import io.attestore.cryptography.group.KeyPurpose;
import io.attestore.cryptography.root.KeyKind;
import io.attestore.events.Event;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.KeyId;
import io.attestore.events.id.KeyMaterialId;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.identity.AccessKeyDeleted;
import io.attestore.events.identity.UserAccessKeyCreated;
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

    /** @param inWords what the key is for, as it is told to an operator */
    record Made(String rowId, KeyKind kind, KeyPurpose purpose, String inWords) implements KeyRowEffect {}

    /** @param owner of the key's purpose: the group that has to be rolled is that of the owner */
    record Destroyed(String rowId, String owner) implements KeyRowEffect {}

    static List<KeyRowEffect> of(Event event) {
        return switch (event) {
            case ParameterVersionPut put -> List.of(dataKey(put));
            case ParameterVersionDestroyed destroyed ->
                destroyed(destroyed.where(), destroyed.name(), List.of(destroyed.dataKeyId()));
            case ParameterDeleted deleted -> destroyed(deleted.where(), deleted.name(), deleted.destroyedDataKeyIds());
            case DeletedParameterDestroyed destroyed ->
                destroyed(destroyed.where(), destroyed.name(), destroyed.destroyedDataKeyIds());
            case KeyCreated created -> List.of(material(created.where(), created.keyId(), created.materialId()));
            case KeyMaterialRotated rotated ->
                List.of(material(rotated.where(), rotated.keyId(), rotated.materialId()));
            case AccessKeyCreated created -> List.of(accessKey(created.account(), created.accessKeyId()));
            case UserAccessKeyCreated created ->
                List.of(accessKey(created.user().account(), created.accessKeyId()));
            case AccessKeyDeleted deleted ->
                List.of(new Destroyed(
                        KeyRowNames.accessKey(deleted.accessKeyId()),
                        KeyPurposes.accessKey(deleted.account(), deleted.accessKeyId())
                                .owner()));
            default -> List.of();
        };
    }

    private static Made dataKey(ParameterVersionPut put) {
        return new Made(
                put.dataKeyId(),
                KeyKind.DATA_KEY,
                place(put.where(), put.name(), put.version()).purpose(),
                "version " + put.version() + " of the parameter " + put.name() + " of " + in(put.where()));
    }

    private static Made material(AccountRegion where, KeyId keyId, KeyMaterialId materialId) {
        return new Made(
                KeyRowNames.material(where, keyId, materialId),
                KeyKind.KEY_MATERIAL,
                KeyPurposes.material(where, keyId, materialId),
                "material " + materialId + " of the key " + keyId + " of " + in(where));
    }

    private static Made accessKey(AccountId account, AccessKeyId id) {
        return new Made(
                KeyRowNames.accessKey(id),
                KeyKind.OTHER_SECRET,
                KeyPurposes.accessKey(account, id),
                "the secret of the access key " + id + " of " + account);
    }

    private static List<KeyRowEffect> destroyed(AccountRegion where, ParameterName name, List<String> rowIds) {
        if (rowIds.isEmpty()) {
            return List.of();
        }
        String owner = place(where, name, 1).purpose().owner();
        return rowIds.stream()
                .<KeyRowEffect>map(rowId -> new Destroyed(rowId, owner))
                .toList();
    }

    private static ValuePlace place(AccountRegion where, ParameterName name, long version) {
        return ValuePlace.ofParameter(ParameterId.of(where, name), version);
    }

    private static String in(AccountRegion where) {
        return where.account() + " in " + where.region();
    }
}
