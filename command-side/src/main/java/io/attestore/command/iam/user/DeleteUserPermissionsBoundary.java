package io.attestore.command.iam.user;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Ends the limits that a managed policy sets to a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html">IAM: DeleteUserPermissionsBoundary</a>
 */
public final class DeleteUserPermissionsBoundary {

    private DeleteUserPermissionsBoundary() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteUserPermissionsBoundary")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.USERS, "UserName"))
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(HeldPolicyChanges::unlimit);
    }
}
