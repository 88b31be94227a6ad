package io.attestore.command.iam.role;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.role.Role;
import io.attestore.entities.iam.role.RoleProfiles;
import java.util.List;

/**
 * Deletes a role that has no policies left and is in no instance profile.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html">IAM: DeleteRole</a>
 */
public final class DeleteRole {

    private DeleteRole() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteRole")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(DeleteRole::delete);
    }

    private static Outcome delete(Role.Existing role, Structure input, Call call) {
        HeldPolicyChanges.requireNone(role);
        if (!call.load(RoleProfiles.TYPE, role.resource().id()).profiles().isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must remove roles from instance profile first.");
        }
        return Outcome.answered(Structure.EMPTY, HeldPolicyChanges.deletion(role), List.of());
    }
}
