package io.attestore.query.iam.user;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Tells an inline policy of a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html">IAM: GetUserPolicy</a>
 */
public final class GetUserPolicy {

    private GetUserPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetUserPolicy")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy((user, input, call) -> HeldPolicyLists.inline(user, input, "UserName"));
    }
}
