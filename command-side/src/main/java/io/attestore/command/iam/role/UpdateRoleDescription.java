package io.attestore.command.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.role.Role;
import io.attestore.events.identity.RoleFacts;
import io.attestore.events.identity.RoleUpdated;
import java.util.Optional;

/**
 * Changes a role's description.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html">IAM: UpdateRoleDescription</a>
 */
public final class UpdateRoleDescription {

    private UpdateRoleDescription() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateRoleDescription")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.ROLES, "RoleName"))
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy(UpdateRoleDescription::update);
    }

    private static Outcome update(Role.Existing role, Structure input, Call call) {
        RoleFacts facts = new RoleFacts(
                Optional.of(input.text("Description")), role.facts().sessionSecondsMax());
        Role.Existing after = role.with(facts);
        Structure output =
                Structure.builder().put("Role", IamDocuments.role(after)).build();
        return facts.equals(role.facts())
                ? Outcome.answered(output)
                : Outcome.answered(output, new RoleUpdated(role.resource(), facts));
    }
}
