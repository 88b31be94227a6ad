package io.attestore.command.iam.user;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Deletes an inline policy of a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html">IAM: DeleteUserPolicy</a>
 */
public final class DeleteUserPolicy {

    private DeleteUserPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteUserPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.USERS, "UserName"))
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(HeldPolicyChanges::delete);
    }
}
