package io.attestore.command.iam.group;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.permission.IamConditions;

/**
 * Attaches a managed policy to a group.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html">IAM: AttachGroupPolicy</a>
 */
public final class AttachGroupPolicy {

    private AttachGroupPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "AttachGroupPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.policySent())
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(HeldPolicyChanges::attach);
    }
}
