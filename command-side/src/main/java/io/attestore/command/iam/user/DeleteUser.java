package io.attestore.command.iam.user;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.HeldAccessKeys;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.user.User;
import java.util.List;

/**
 * Deletes a user that has no policies, groups and access keys left.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html">IAM: DeleteUser</a>
 */
public final class DeleteUser {

    private DeleteUser() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteUser")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(DeleteUser::delete);
    }

    private static Outcome delete(User.Existing user, Structure input, Call call) {
        HeldPolicyChanges.requireNone(user);
        if (!user.groups().isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must remove users from group first.");
        }
        if (!call.load(HeldAccessKeys.TYPE, user.resource().id()).byId().isEmpty()) {
            throw IamFaults.deleteConflict("Cannot delete entity, must delete access keys first.");
        }
        return Outcome.answered(Structure.EMPTY, HeldPolicyChanges.deletion(user), List.of());
    }
}
