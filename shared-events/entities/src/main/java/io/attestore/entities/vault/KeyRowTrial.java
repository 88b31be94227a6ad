package io.attestore.entities.vault;

import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.group.KeyPurpose;
import io.attestore.events.id.ParameterId;

/** Tries whether rows of the key table open for what they are said to be for, and gives nothing out. Safe for many threads. */
public final class KeyRowTrial {

    private final GroupKeys groupKeys;

    public KeyRowTrial(GroupKeys groupKeys) {
        this.groupKeys = groupKeys;
    }

    public boolean opens(String rowId, KeyRowPurpose purpose, byte[] wrapped) {
        return groupKeys.opens(rowId, wrappedFor(purpose), wrapped);
    }

    private static KeyPurpose wrappedFor(KeyRowPurpose purpose) {
        return switch (purpose) {
            case KeyRowPurpose.ParameterVersion of ->
                ValuePlace.ofParameter(ParameterId.of(of.where(), of.name()), of.version())
                        .purpose();
            case KeyRowPurpose.Material of -> KeyPurposes.material(of.where(), of.keyId(), of.materialId());
            case KeyRowPurpose.AccessKeySecret of -> KeyPurposes.accessKey(of.account(), of.accessKeyId());
        };
    }
}
