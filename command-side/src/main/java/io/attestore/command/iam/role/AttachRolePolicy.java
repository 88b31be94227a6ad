package io.attestore.command.iam.role;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Attaches a managed policy to a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html">IAM: AttachRolePolicy</a>
 */
public final class AttachRolePolicy {

    private AttachRolePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "AttachRolePolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.policySent().and(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName")))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(HeldPolicyChanges::attach);
    }
}
