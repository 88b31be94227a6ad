package io.attestore.query.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.document.PolicyDocuments;
import io.attestore.entities.iam.policy.ManagedPolicies;

/**
 * Tells a managed policy, the account's own or AWS's, but not what it says.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html">IAM: GetPolicy</a>
 */
public final class GetPolicy {

    private GetPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetPolicy")
                .reads()
                .disclosesNoSecret()
                .about(ManagedPolicies.by("PolicyArn"))
                .handledBy((policy, input, call) -> Outcome.answered(Structure.builder()
                        .put("Policy", PolicyDocuments.policy(policy, Uses.of(policy, call)))
                        .build()));
    }
}
