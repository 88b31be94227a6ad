package io.attestore.command.iam.group;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Detaches a managed policy from a group.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachGroupPolicy.html">IAM: DetachGroupPolicy</a>
 */
public final class DetachGroupPolicy {

    private DetachGroupPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DetachGroupPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.policySent())
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(HeldPolicyChanges::detach);
    }
}
