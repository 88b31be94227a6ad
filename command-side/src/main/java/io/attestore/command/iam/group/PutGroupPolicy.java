package io.attestore.command.iam.group;

import io.attestore.command.iam.policy.HeldPolicyChanges;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;

/**
 * Puts an inline policy on a group, in place of one of that name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html">IAM: PutGroupPolicy</a>
 */
public final class PutGroupPolicy {

    private PutGroupPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "PutGroupPolicy")
                .writes()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy(HeldPolicyChanges::put);
    }
}
