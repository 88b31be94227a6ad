package io.attestore.query.iam.user;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.Account;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.AccessKeyOwner;
import io.attestore.entities.iam.user.User;
import java.time.Instant;

/**
 * Tells a user, or whoever calls where no name is given; the root of an account has no name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html">IAM: GetUser</a>
 */
public final class GetUser {

    private GetUser() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetUser")
                .reads()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy(GetUser::get);
    }

    private static Outcome get(AccessKeyOwner asked, Structure input, Call call) {
        Structure user = switch (asked) {
            case AccessKeyOwner.OfUser(User.Existing existing) -> IamDocuments.user(existing);
            case AccessKeyOwner.OfRoot(Account account) -> root(account, call);
        };
        return Outcome.answered(Structure.builder().put("User", user).build());
    }

    private static Structure root(Account account, Call call) {
        return Structure.builder()
                .put("Path", "/")
                .put("UserName", call.where().account().value())
                .put("UserId", call.where().account().value())
                .put("Arn", call.context().principal().arn().value())
                .put("CreateDate", account instanceof Account.Open open ? open.createdAt() : Instant.EPOCH)
                .build();
    }
}
