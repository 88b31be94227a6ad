package io.attestore.command.iam.role;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Deletes an inline policy of a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html">IAM: DeleteRolePolicy</a>
 */
public final class DeleteRolePolicy {

    private DeleteRolePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteRolePolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(HeldPolicyChanges::delete);
    }
}
