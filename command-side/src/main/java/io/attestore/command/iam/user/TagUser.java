package io.attestore.command.iam.user;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Puts tags on a user, or other values to those that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html">IAM: TagUser</a>
 */
public final class TagUser {

    private TagUser() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "TagUser")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy((user, input, call) -> ResourceTagging.tag(user.resource(), user.tags(), input));
    }
}
