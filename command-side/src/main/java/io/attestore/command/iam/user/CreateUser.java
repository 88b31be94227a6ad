package io.attestore.command.iam.user;

import io.attestore.command.iam.change.Creation;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamQuota;
import io.attestore.entities.iam.TagsSent;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.user.User;
import io.attestore.events.id.IamResource;
import io.attestore.events.identity.UserCreated;
import java.util.List;
import java.util.Map;

/**
 * Makes a user, who has no permissions and no credentials yet.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html">IAM: CreateUser</a>
 */
public final class CreateUser {

    private CreateUser() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreateUser")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent().and(IamConditions.boundarySent()))
                .needing(CreateUser::needs)
                .handledBy(CreateUser::create);
    }

    private static List<Access> needs(Structure input, Call call) {
        Access creation = NamedInIam.USERS.creation(call, Creation.path(input), input.text("UserName"));
        return Creation.access(creation, input, "iam:TagUser");
    }

    private static Outcome create(Structure input, Call call) {
        Map<String, String> tags = TagsSent.checked(input.structures("Tags"));
        IamResource user = NamedInIam.USERS.fresh(call, Creation.path(input), input.text("UserName"), IamQuota.USERS);
        UserCreated created = new UserCreated(user, tags, Creation.boundary(input, call));
        Structure document =
                IamDocuments.user(User.justCreated(created, call.context().at()));
        return Outcome.answered(
                Structure.builder().put("User", document).build(),
                Creation.events(created, user, created.boundary()),
                List.of());
    }
}
