package io.attestore.command.iam.group;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.user.User;
import io.attestore.events.identity.UserAddedToGroup;

/**
 * Puts a user into a group; one who is in it stays there.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html">IAM: AddUserToGroup</a>
 */
public final class AddUserToGroup {

    private AddUserToGroup() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "AddUserToGroup")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(AddUserToGroup::add);
    }

    private static Outcome add(Group.Existing group, Structure input, Call call) {
        User.Existing user = Members.user(input, call);
        if (user.groups().contains(group.resource().id().value())) {
            return Outcome.answered(Structure.EMPTY);
        }
        if (user.groups().size() >= IamQuota.GROUPS_PER_USER_MAX) {
            throw IamFaults.quotaExceeded("GroupsPerUser", IamQuota.GROUPS_PER_USER_MAX);
        }
        return Outcome.answered(Structure.EMPTY, new UserAddedToGroup(user.resource(), group.resource()));
    }
}
