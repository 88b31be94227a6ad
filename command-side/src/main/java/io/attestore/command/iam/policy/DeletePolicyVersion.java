package io.attestore.command.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.Policy;
import io.attestore.events.identity.PolicyVersionDeleted;

/**
 * Deletes a version of a customer managed policy that is not the default one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html">IAM: DeletePolicyVersion</a>
 */
public final class DeletePolicyVersion {

    private DeletePolicyVersion() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeletePolicyVersion")
                .writes()
                .disclosesNoSecret()
                .about(ManagedPolicies.changeableBy("PolicyArn"))
                .handledBy(DeletePolicyVersion::delete);
    }

    private static Outcome delete(Policy.Existing policy, Structure input, Call call) {
        int version = VersionIds.existing(policy, input.text("VersionId"));
        if (version == policy.defaultVersion()) {
            throw IamFaults.deleteConflict("Cannot delete the default version of a policy.");
        }
        return Outcome.answered(Structure.EMPTY, new PolicyVersionDeleted(policy.resource(), version));
    }
}
