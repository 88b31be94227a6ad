package io.attestore.command.iam.group;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;

/**
 * Deletes an inline policy of a group.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html">IAM: DeleteGroupPolicy</a>
 */
public final class DeleteGroupPolicy {

    private DeleteGroupPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteGroupPolicy")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(HeldPolicyChanges::delete);
    }
}
