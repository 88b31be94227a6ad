package io.attestore.command.iam.group;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.user.User;
import io.attestore.events.identity.UserRemovedFromGroup;

/**
 * Takes a user out of a group.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html">IAM: RemoveUserFromGroup</a>
 */
public final class RemoveUserFromGroup {

    private RemoveUserFromGroup() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "RemoveUserFromGroup")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(RemoveUserFromGroup::remove);
    }

    private static Outcome remove(Group.Existing group, Structure input, Call call) {
        User.Existing user = Members.user(input, call);
        if (!user.groups().contains(group.resource().id().value())) {
            throw IamFaults.noSuchEntity("User " + user.resource().name() + " not in group "
                    + group.resource().name());
        }
        return Outcome.answered(Structure.EMPTY, new UserRemovedFromGroup(user.resource(), group.resource()));
    }
}
