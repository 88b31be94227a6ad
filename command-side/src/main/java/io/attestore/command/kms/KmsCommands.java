package io.attestore.command.kms;

import io.attestore.command.kms.alias.CreateAlias;
import io.attestore.command.kms.grant.CreateGrant;
import io.attestore.command.kms.grant.RetireGrant;
import io.attestore.command.kms.grant.RevokeGrant;
import io.attestore.command.kms.key.DisableKey;
import io.attestore.command.kms.key.EnableKey;
import io.attestore.command.kms.key.PutKeyPolicy;
import io.attestore.command.kms.key.RotateKeyOnDemand;
import io.attestore.command.kms.key.TagResource;
import io.attestore.command.kms.key.UntagResource;
import io.attestore.command.kms.key.createkey.CreateKey;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.kms.RequestedKeys;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.vault.KeyVault;
import java.util.List;

/** The operations that change keys and aliases, for the server to offer. */
public final class KmsCommands {

    private final RequestedKeys keys;
    private final KeyVault vault;

    public KmsCommands(KeyLookup lookup, KeyVault vault) {
        this.keys = new RequestedKeys(lookup);
        this.vault = vault;
    }

    public List<Operation> all() {
        return List.of(
                new CreateKey(vault).operation(),
                new CreateAlias(keys).operation(),
                new EnableKey(keys).operation(),
                new DisableKey(keys).operation(),
                new RotateKeyOnDemand(keys, vault).operation(),
                new PutKeyPolicy(keys).operation(),
                new CreateGrant(keys).operation(),
                new RevokeGrant(keys).operation(),
                RetireGrant.operation(),
                new TagResource(keys).operation(),
                new UntagResource(keys).operation());
    }
}
