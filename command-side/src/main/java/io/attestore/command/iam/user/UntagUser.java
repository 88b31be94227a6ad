package io.attestore.command.iam.user;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Takes tags off a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html">IAM: UntagUser</a>
 */
public final class UntagUser {

    private UntagUser() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UntagUser")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsRemoved())
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy((user, input, call) -> ResourceTagging.untag(user.resource(), user.tags(), input));
    }
}
