package io.attestore.command.parameters;

import io.attestore.command.parameters.addtagstoresource.AddTagsToResource;
import io.attestore.command.parameters.deleteparameter.DeleteParameter;
import io.attestore.command.parameters.deleteparameters.DeleteParameters;
import io.attestore.command.parameters.deleteresourcepolicy.DeleteResourcePolicy;
import io.attestore.command.parameters.deletion.Deletions;
import io.attestore.command.parameters.destroydeletedparameter.DestroyDeletedParameter;
import io.attestore.command.parameters.destroyparameterversion.DestroyParameterVersion;
import io.attestore.command.parameters.labelparameterversion.LabelParameterVersion;
import io.attestore.command.parameters.putparameter.PutParameter;
import io.attestore.command.parameters.putresourcepolicy.PutResourcePolicy;
import io.attestore.command.parameters.removetagsfromresource.RemoveTagsFromResource;
import io.attestore.command.parameters.resetservicesetting.ResetServiceSetting;
import io.attestore.command.parameters.restoreparameter.RestoreParameter;
import io.attestore.command.parameters.unlabelparameterversion.UnlabelParameterVersion;
import io.attestore.command.parameters.updateservicesetting.UpdateServiceSetting;
import io.attestore.door.operation.Operation;
import io.attestore.entities.key.KeyCipher;
import io.attestore.entities.key.KeyLookup;
import io.attestore.entities.vault.ValueSeal;
import java.util.List;

/** The operations that change parameters, for whoever serves them. Safe for many threads. */
public final class ParameterOperations {

    private final KeyLookup keys;
    private final KeyCipher cipher;
    private final ValueSeal seal;
    private final Deletions deletions;

    public ParameterOperations(KeyLookup keys, KeyCipher cipher, ValueSeal seal, Deletions deletions) {
        this.keys = keys;
        this.cipher = cipher;
        this.seal = seal;
        this.deletions = deletions;
    }

    public List<Operation> all() {
        return List.of(
                new PutParameter(keys, cipher, seal, deletions).operation(),
                new DeleteParameter(deletions).operation(),
                new DeleteParameters(deletions).operation(),
                new LabelParameterVersion().operation(),
                new UnlabelParameterVersion().operation(),
                new AddTagsToResource().operation(),
                new RemoveTagsFromResource().operation(),
                new UpdateServiceSetting().operation(),
                new ResetServiceSetting().operation(),
                new PutResourcePolicy(keys).operation(),
                DeleteResourcePolicy.operation(),
                RestoreParameter.operation(),
                DestroyDeletedParameter.operation(),
                DestroyParameterVersion.operation());
    }
}
