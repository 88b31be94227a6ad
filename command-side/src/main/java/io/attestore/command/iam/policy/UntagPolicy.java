package io.attestore.command.iam.policy;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.policy.ManagedPolicies;

/**
 * Takes tags off a customer managed policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html">IAM: UntagPolicy</a>
 */
public final class UntagPolicy {

    private UntagPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UntagPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsRemoved())
                .about(ManagedPolicies.changeableBy("PolicyArn"))
                .handledBy((policy, input, call) -> ResourceTagging.untag(policy.resource(), policy.tags(), input));
    }
}
