package io.attestore.query.iam.simulation;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;

/**
 * Tells which condition keys policies that are sent look at.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html">IAM:
 *     GetContextKeysForCustomPolicy</a>
 */
public final class GetContextKeysForCustomPolicy {

    private GetContextKeysForCustomPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetContextKeysForCustomPolicy")
                .reads()
                .disclosesNoSecret()
                .input(SimulationPages::limitedPolicies)
                .aboutNoResource()
                .handledBy((input, call) -> call.heavy(() -> ContextKeys.of(GivenPolicies.identity(input).stream())));
    }
}
