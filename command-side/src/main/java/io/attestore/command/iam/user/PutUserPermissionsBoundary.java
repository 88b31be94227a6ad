package io.attestore.command.iam.user;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Limits what a user may do to what a managed policy allows.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html">IAM: PutUserPermissionsBoundary</a>
 */
public final class PutUserPermissionsBoundary {

    private PutUserPermissionsBoundary() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "PutUserPermissionsBoundary")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.boundarySent())
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy(HeldPolicyChanges::limit);
    }
}
