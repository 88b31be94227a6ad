package io.attestore.command.ssm;

import io.attestore.command.ssm.label.LabelParameterVersion;
import io.attestore.command.ssm.label.UnlabelParameterVersion;
import io.attestore.command.ssm.parameter.DeleteParameter;
import io.attestore.command.ssm.parameter.DeleteParameters;
import io.attestore.command.ssm.parameter.deletion.Deletions;
import io.attestore.command.ssm.parameter.putparameter.PutParameter;
import io.attestore.command.ssm.parameter.subject.ParameterChangeFaults;
import io.attestore.command.ssm.policy.DeleteResourcePolicy;
import io.attestore.command.ssm.policy.putresourcepolicy.PutResourcePolicy;
import io.attestore.command.ssm.setting.ResetServiceSetting;
import io.attestore.command.ssm.setting.UpdateServiceSetting;
import io.attestore.command.ssm.tag.AddTagsToResource;
import io.attestore.command.ssm.tag.RemoveTagsFromResource;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.kms.key.KeyCipher;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.vault.ValueSeal;
import java.util.List;
import java.util.stream.Stream;

/** The operations of Parameter Store that change something, for whoever serves them. Safe for many threads. */
public final class SsmCommands {

    private final KeyLookup keys;
    private final KeyCipher cipher;
    private final ValueSeal seal;
    private final Deletions deletions;

    public SsmCommands(KeyLookup keys, KeyCipher cipher, ValueSeal seal, Deletions deletions) {
        this.keys = keys;
        this.cipher = cipher;
        this.seal = seal;
        this.deletions = deletions;
    }

    public List<Operation> all() {
        return Stream.of(
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
                        DeleteResourcePolicy.operation())
                .map(operation -> operation.overtakenAs(ParameterChangeFaults::tooManyUpdates))
                .toList();
    }
}
