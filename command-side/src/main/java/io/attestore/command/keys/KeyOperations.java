package io.attestore.command.keys;

import io.attestore.command.keys.createalias.CreateAlias;
import io.attestore.command.keys.createkey.CreateKey;
import io.attestore.command.keys.disablekey.DisableKey;
import io.attestore.command.keys.enablekey.EnableKey;
import io.attestore.command.keys.rotatekeyondemand.RotateKeyOnDemand;
import io.attestore.door.kms.RequestedKeys;
import io.attestore.door.operation.Operation;
import io.attestore.entities.key.KeyLookup;
import io.attestore.entities.vault.KeyVault;
import java.util.List;

/** The operations that change keys and aliases, for the server to offer. */
public final class KeyOperations {

    private final RequestedKeys keys;
    private final KeyVault vault;

    public KeyOperations(KeyLookup lookup, KeyVault vault) {
        this.keys = new RequestedKeys(lookup);
        this.vault = vault;
    }

    public List<Operation> all() {
        return List.of(
                new CreateKey(vault).operation(),
                new CreateAlias(keys).operation(),
                new EnableKey(keys).operation(),
                new DisableKey(keys).operation(),
                new RotateKeyOnDemand(keys, vault).operation());
    }
}
