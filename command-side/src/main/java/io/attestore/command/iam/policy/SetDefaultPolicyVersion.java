package io.attestore.command.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.Policy;
import io.attestore.events.identity.DefaultPolicyVersionSet;

/**
 * Makes a version what a customer managed policy says, wherever it is attached.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html">IAM: SetDefaultPolicyVersion</a>
 */
public final class SetDefaultPolicyVersion {

    private SetDefaultPolicyVersion() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "SetDefaultPolicyVersion")
                .writes()
                .disclosesNoSecret()
                .about(ManagedPolicies.changeableBy("PolicyArn"))
                .handledBy(SetDefaultPolicyVersion::set);
    }

    private static Outcome set(Policy.Existing policy, Structure input, Call call) {
        int version = VersionIds.existing(policy, input.text("VersionId"));
        return version == policy.defaultVersion()
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new DefaultPolicyVersionSet(policy.resource(), version));
    }
}
