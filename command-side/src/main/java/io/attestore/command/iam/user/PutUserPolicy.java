package io.attestore.command.iam.user;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Puts an inline policy on a user, in place of one of that name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html">IAM: PutUserPolicy</a>
 */
public final class PutUserPolicy {

    private PutUserPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "PutUserPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundaryOf(NamedInIam.USERS, "UserName"))
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(HeldPolicyChanges::put);
    }
}
