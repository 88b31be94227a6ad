package io.attestore.command.iam.group;

import io.attestore.command.iam.change.Renaming;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.lookup.NamedInIam;

/**
 * Gives a group another name, another path or both. Permission is needed for the group where it is and where it will
 * be.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html">IAM: UpdateGroup</a>
 */
public final class UpdateGroup {

    private UpdateGroup() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateGroup")
                .writes()
                .disclosesNoSecret()
                .about((input, call) -> NamedInIam.GROUPS.renamed(input, "GroupName", "NewGroupName", call))
                .handledBy(UpdateGroup::update);
    }

    private static Outcome update(Group.Existing group, Structure input, Call call) {
        return Renaming.of(group.resource(), input, "NewGroupName", NamedInIam.GROUPS, call);
    }
}
