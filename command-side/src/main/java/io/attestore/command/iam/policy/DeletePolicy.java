package io.attestore.command.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.entities.iam.policy.Policy;
import io.attestore.entities.iam.policy.PolicyAttachments;
import io.attestore.events.identity.IamResourceDeleted;

/**
 * Deletes a customer managed policy that is attached to nothing and has one version left.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html">IAM: DeletePolicy</a>
 */
public final class DeletePolicy {

    private DeletePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeletePolicy")
                .writes()
                .disclosesNoSecret()
                .about(ManagedPolicies.changeableBy("PolicyArn"))
                .handledBy(DeletePolicy::delete);
    }

    private static Outcome delete(Policy.Existing policy, Structure input, Call call) {
        PolicyAttachments uses = call.load(
                PolicyAttachments.TYPE,
                new PolicyAttachments.Id(
                        call.where().account(), policy.resource().arn()));
        if (!uses.attached().isEmpty() || !uses.limited().isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete a policy attached to entities.");
        }
        if (policy.versions().size() > 1) {
            throw IamFaults.deleteConflict("This policy has more than one version. Before you delete a policy, you must"
                    + " delete the policy's versions. The default version is deleted with the policy.");
        }
        return Outcome.answered(Structure.EMPTY, new IamResourceDeleted(policy.resource()));
    }
}
