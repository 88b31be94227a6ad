package io.attestore.command.iam.role;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Puts an inline policy on a role, in place of one of that name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html">IAM: PutRolePolicy</a>
 */
public final class PutRolePolicy {

    private PutRolePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "PutRolePolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(HeldPolicyChanges::put);
    }
}
