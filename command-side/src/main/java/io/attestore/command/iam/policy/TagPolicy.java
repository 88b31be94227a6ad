package io.attestore.command.iam.policy;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.entities.iam.policy.ManagedPolicies;

/**
 * Puts tags on a customer managed policy, or other values to those that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html">IAM: TagPolicy</a>
 */
public final class TagPolicy {

    private TagPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "TagPolicy")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .about(ManagedPolicies.changeableBy("PolicyArn"))
                .handledBy((policy, input, call) -> ResourceTagging.tag(policy.resource(), policy.tags(), input));
    }
}
