package io.attestore.command.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.role.InstanceProfile;
import io.attestore.entities.iam.role.Role;
import io.attestore.events.id.IamKind;
import io.attestore.events.identity.RoleRemovedFromInstanceProfile;
import java.util.Optional;

/**
 * Takes the role out of an instance profile.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveRoleFromInstanceProfile.html">IAM: RemoveRoleFromInstanceProfile</a>
 */
public final class RemoveRoleFromInstanceProfile {

    private RemoveRoleFromInstanceProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "RemoveRoleFromInstanceProfile")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.INSTANCE_PROFILES.by("InstanceProfileName"))
                .handledBy(RemoveRoleFromInstanceProfile::remove);
    }

    private static Outcome remove(InstanceProfile.Existing profile, Structure input, Call call) {
        String name = input.text("RoleName");
        Role.Existing role = NamedInIam.ROLES
                .find(name, call)
                .filter(found ->
                        profile.role().equals(Optional.of(found.resource().id())))
                .orElseThrow(() -> IamFaults.notFound(IamKind.ROLE, name));
        return Outcome.answered(
                Structure.EMPTY, new RoleRemovedFromInstanceProfile(profile.resource(), role.resource()));
    }
}
