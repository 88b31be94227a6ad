package io.attestore.command.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.role.Role;
import io.attestore.events.identity.TrustPolicy;
import io.attestore.events.identity.TrustPolicyPut;

/**
 * Says anew who may assume a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html">IAM: UpdateAssumeRolePolicy</a>
 */
public final class UpdateAssumeRolePolicy {

    private UpdateAssumeRolePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateAssumeRolePolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(UpdateAssumeRolePolicy::update);
    }

    private static Outcome update(Role.Existing role, Structure input, Call call) {
        TrustPolicy trust = TrustPolicies.checked(input.text("PolicyDocument"), call);
        return Outcome.answered(Structure.EMPTY, new TrustPolicyPut(role.resource(), trust));
    }
}
