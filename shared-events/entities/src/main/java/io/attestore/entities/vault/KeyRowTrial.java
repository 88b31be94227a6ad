package io.attestore.entities.vault;

import io.attestore.cryptography.material.KeyMaterial;
import io.attestore.cryptography.root.RootKey;
import io.attestore.cryptography.root.UnwrapException;

/** Tries whether rows of the key table open for what they are said to be for, and gives nothing out. Safe for many threads. */
public final class KeyRowTrial {

    private final RootKey rootKey;

    public KeyRowTrial(RootKey rootKey) {
        this.rootKey = rootKey;
    }

    public boolean opens(String rowId, KeyRowPurpose purpose, byte[] wrapped) {
        try {
            return switch (purpose) {
                case KeyRowPurpose.ParameterVersion _ -> isDataKey(rowId, wrapped);
                case KeyRowPurpose.Material material -> isMaterial(rowId, material, wrapped);
                case KeyRowPurpose.AccessKeySecret _ -> isSecret(rowId, wrapped);
            };
        } catch (UnwrapException | IllegalArgumentException notThis) {
            return false;
        }
    }

    private boolean isDataKey(String rowId, byte[] wrapped) {
        rootKey.unwrapDataKey(rowId, wrapped).close();
        return true;
    }

    private boolean isMaterial(String rowId, KeyRowPurpose.Material purpose, byte[] wrapped) {
        try (KeyMaterial material = rootKey.unwrapKeyMaterial(rowId, wrapped)) {
            return material.id().value().equals(purpose.materialId().value());
        }
    }

    private boolean isSecret(String rowId, byte[] wrapped) {
        rootKey.unwrapSecret(rowId, wrapped).close();
        return true;
    }
}
