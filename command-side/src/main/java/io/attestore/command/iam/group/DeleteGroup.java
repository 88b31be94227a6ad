package io.attestore.command.iam.group;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.group.Group;
import io.attestore.entities.iam.group.GroupMembers;
import io.attestore.entities.iam.lookup.NamedInIam;
import java.util.List;

/**
 * Deletes a group that has nobody in it and no policies left.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html">IAM: DeleteGroup</a>
 */
public final class DeleteGroup {

    private DeleteGroup() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteGroup")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(DeleteGroup::delete);
    }

    private static Outcome delete(Group.Existing group, Structure input, Call call) {
        HeldPolicyChanges.requireNone(group);
        if (!call.load(GroupMembers.TYPE, group.resource().id()).users().isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must remove users from group first.");
        }
        return Outcome.answered(Structure.EMPTY, HeldPolicyChanges.deletion(group), List.of());
    }
}
