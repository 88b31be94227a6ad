package io.attestore.command.iam.user;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Attaches a managed policy to a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html">IAM: AttachUserPolicy</a>
 */
public final class AttachUserPolicy {

    private AttachUserPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "AttachUserPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.policySent().and(IamConditions.boundaryOf(NamedInIam.USERS, "UserName")))
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(HeldPolicyChanges::attach);
    }
}
