package io.attestore.command.iam.user;

import io.attestore.command.iam.change.Renaming;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.user.User;

/**
 * Gives a user another name, another path or both. Permission is needed for the user where it is and where it will be.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html">IAM: UpdateUser</a>
 */
public final class UpdateUser {

    private UpdateUser() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateUser")
                .writes()
                .disclosesNoSecret()
                .about((input, call) -> NamedInIam.USERS.renamed(input, "UserName", "NewUserName", call))
                .handledBy(UpdateUser::update);
    }

    private static Outcome update(User.Existing user, Structure input, Call call) {
        return Renaming.of(user.resource(), input, "NewUserName", NamedInIam.USERS, call);
    }
}
