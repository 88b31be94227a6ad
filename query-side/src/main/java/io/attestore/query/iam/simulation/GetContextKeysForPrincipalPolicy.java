package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.permission.PrincipalPolicies;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.PolicySet;
import java.util.stream.Stream;

/**
 * Tells which condition keys the policies of a user, group or role look at, its boundary included, and further ones
 * that are sent.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html">IAM:
 *     GetContextKeysForPrincipalPolicy</a>
 */
public final class GetContextKeysForPrincipalPolicy {

    private GetContextKeysForPrincipalPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetContextKeysForPrincipalPolicy")
                .reads()
                .disclosesNoSecret()
                .input(SimulationPages::limitedPolicies)
                .about(PolicySourceEntity::of)
                .handledBy(GetContextKeysForPrincipalPolicy::keys);
    }

    private static Outcome keys(PolicyHolder source, Structure input, Call call) {
        PolicySet held = PrincipalPolicies.of(source, call);
        return call.heavy(() -> ContextKeys.of(with(held, input)));
    }

    private static Stream<AttachedPolicy> with(PolicySet held, Structure input) {
        return Stream.of(held.identity().stream(), held.boundary().stream(), GivenPolicies.identity(input).stream())
                .flatMap(policies -> policies);
    }
}
