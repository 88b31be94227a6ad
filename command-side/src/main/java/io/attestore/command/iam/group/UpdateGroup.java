package io.attestore.command.iam.group;

import io.attestore.command.iam.change.Renaming;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.operation.Subject;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.lookup.NamedInIam;

/**
 * Gives a group another name, another path or both. Permission is needed for the group by both names.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html">IAM: UpdateGroup</a>
 */
public final class UpdateGroup {

    private UpdateGroup() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateGroup")
                .writes()
                .disclosesNoSecret()
                .about(UpdateGroup::renamed)
                .handledBy(UpdateGroup::update);
    }

    private static Subject<Group.Existing> renamed(Structure input, Call call) {
        String name = input.optionalText("NewGroupName").orElse(input.text("GroupName"));
        String path = input.optionalText("NewPath").orElse("/");
        return NamedInIam.GROUPS.of(input.text("GroupName"), call).with(NamedInIam.GROUPS.creation(call, path, name));
    }

    private static Outcome update(Group.Existing group, Structure input, Call call) {
        return Renaming.of(group.resource(), input, "NewGroupName", NamedInIam.GROUPS, call);
    }
}
