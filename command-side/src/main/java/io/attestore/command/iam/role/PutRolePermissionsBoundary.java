package io.attestore.command.iam.role;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Limits what a role may do to what a managed policy allows.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html">IAM: PutRolePermissionsBoundary</a>
 */
public final class PutRolePermissionsBoundary {

    private PutRolePermissionsBoundary() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "PutRolePermissionsBoundary")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundarySent())
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(HeldPolicyChanges::limit);
    }
}
