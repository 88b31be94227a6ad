package io.attestore.server.shredding;

import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.group.KeyPurpose;
import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.KeyKind;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.cryptography.secret.SecretBytes;
import io.attestore.cryptography.value.DataKey;
import io.attestore.entities.vault.KeyPurposes;
import io.attestore.entities.vault.KeyRowNames;
import io.attestore.entities.vault.ValuePlace;
import io.attestore.events.Event;
import io.attestore.events.id.ParameterId;
import io.attestore.events.identity.AccessKeyCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.Optional;

/** A key that an event made: where its row is, what it is, and what it is for. */
record NamedKey(String rowId, KeyKind kind, KeyPurpose purpose) {

    static Optional<NamedKey> in(Event event) {
        return switch (event) {
            case ParameterVersionPut put ->
                Optional.of(new NamedKey(
                        put.dataKeyId(),
                        KeyKind.DATA_KEY,
                        ValuePlace.ofParameter(ParameterId.of(put.where(), put.name()), put.version())
                                .purpose()));
            case KeyCreated created ->
                Optional.of(new NamedKey(
                        KeyRowNames.material(created.where(), created.keyId(), created.materialId()),
                        KeyKind.KEY_MATERIAL,
                        KeyPurposes.material(created.where(), created.keyId(), created.materialId())));
            case KeyMaterialRotated rotated ->
                Optional.of(new NamedKey(
                        KeyRowNames.material(rotated.where(), rotated.keyId(), rotated.materialId()),
                        KeyKind.KEY_MATERIAL,
                        KeyPurposes.material(rotated.where(), rotated.keyId(), rotated.materialId())));
            case AccessKeyCreated created ->
                Optional.of(new NamedKey(
                        KeyRowNames.accessKey(created.accessKeyId()),
                        KeyKind.OTHER_SECRET,
                        KeyPurposes.accessKey(created.account(), created.accessKeyId())));
            default -> Optional.empty();
        };
    }

    /**
     * What the root key wrapped for this row, under the key of its group.
     *
     * @throws UnwrapException if it is not this kind of key, wrapped for this row
     */
    byte[] regroup(byte[] wrapped, RootKey rootKey, GroupKeys groupKeys) {
        return switch (kind) {
            case KEY_MATERIAL -> {
                try (KeyMaterial material = rootKey.unwrapKeyMaterial(rowId, wrapped)) {
                    yield groupKeys.wrap(rowId, purpose, material);
                }
            }
            case DATA_KEY -> {
                try (DataKey key = rootKey.unwrapDataKey(rowId, wrapped)) {
                    yield groupKeys.wrap(rowId, purpose, key);
                }
            }
            case OTHER_SECRET -> {
                try (SecretBytes secret = rootKey.unwrapSecret(rowId, wrapped)) {
                    yield groupKeys.wrap(rowId, purpose, secret);
                }
            }
        };
    }
}
