package io.attestore.command.iam.user;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Detaches a managed policy from a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html">IAM: DetachUserPolicy</a>
 */
public final class DetachUserPolicy {

    private DetachUserPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DetachUserPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.policySent().and(IamConditions.boundaryOf(NamedInIam.USERS, "UserName")))
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(HeldPolicyChanges::detach);
    }
}
