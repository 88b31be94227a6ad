package io.attestore.command.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.role.Role;
import io.attestore.events.identity.RoleFacts;
import io.attestore.events.identity.RoleUpdated;

/**
 * Changes a role's description or the longest time of its sessions. What is not named stays.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html">IAM: UpdateRole</a>
 */
public final class UpdateRole {

    private UpdateRole() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateRole")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(UpdateRole::update);
    }

    private static Outcome update(Role.Existing role, Structure input, Call call) {
        RoleFacts facts = new RoleFacts(
                input.optionalText("Description").or(() -> role.facts().description()),
                input.whole("MaxSessionDuration", role.facts().sessionSecondsMax()));
        return facts.equals(role.facts())
                ? Outcome.answered(Structure.EMPTY)
                : Outcome.answered(Structure.EMPTY, new RoleUpdated(role.resource(), facts));
    }
}
