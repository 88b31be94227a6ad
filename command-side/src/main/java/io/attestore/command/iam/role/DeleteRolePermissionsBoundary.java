package io.attestore.command.iam.role;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Ends the limits that a managed policy sets to a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html">IAM: DeleteRolePermissionsBoundary</a>
 */
public final class DeleteRolePermissionsBoundary {

    private DeleteRolePermissionsBoundary() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteRolePermissionsBoundary")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(HeldPolicyChanges::unlimit);
    }
}
