package io.attestore.query.iam.role;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Tells an inline policy of a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html">IAM: GetRolePolicy</a>
 */
public final class GetRolePolicy {

    private GetRolePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetRolePolicy")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy((role, input, call) -> HeldPolicyLists.inline(role, input, "RoleName"));
    }
}
