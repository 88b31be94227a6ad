package io.attestore.command.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.Subject;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.role.InstanceProfile;
import io.attestore.entities.iam.role.Role;
import io.attestore.events.id.IamKind;
import io.attestore.events.identity.RoleAddedToInstanceProfile;

/**
 * Puts a role into an instance profile, which has room for one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html">IAM: AddRoleToInstanceProfile</a>
 */
public final class AddRoleToInstanceProfile {

    private AddRoleToInstanceProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "AddRoleToInstanceProfile")
                .writes()
                .disclosesNoSecret()
                .about(AddRoleToInstanceProfile::profile)
                .handledBy(AddRoleToInstanceProfile::add);
    }

    /** The role is handed to machines: that takes {@code iam:PassRole} besides. */
    private static Subject<InstanceProfile.Existing> profile(Structure input, Call call) {
        Access passing =
                NamedInIam.ROLES.of(input.text("RoleName"), call).access().getFirst();
        return NamedInIam.INSTANCE_PROFILES
                .of(input.text("InstanceProfileName"), call)
                .with(Access.to("iam:PassRole", passing.arn().orElseThrow())
                        .where(IamConditions.passedTo("ec2.amazonaws.com")));
    }

    private static Outcome add(InstanceProfile.Existing profile, Structure input, Call call) {
        String name = input.text("RoleName");
        Role.Existing role =
                NamedInIam.ROLES.find(name, call).orElseThrow(() -> IamFaults.notFound(IamKind.ROLE, name));
        if (profile.role().isPresent()) {
            throw IamFaults.quotaExceeded("InstanceSessionsPerInstanceProfile", 1);
        }
        return Outcome.answered(Structure.EMPTY, new RoleAddedToInstanceProfile(profile.resource(), role.resource()));
    }
}
