package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.policy.evaluation.PolicySet;
import io.attestore.policy.evaluation.ResourcePolicy;
import java.util.List;

/**
 * Tells what policies that are sent would decide.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">IAM: SimulateCustomPolicy</a>
 */
public final class SimulateCustomPolicy {

    private final SimulationPages pages;

    public SimulateCustomPolicy(PageTokens tokens) {
        this.pages = new SimulationPages(tokens, "SimulateCustomPolicy");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "SimulateCustomPolicy")
                .reads()
                .disclosesNoSecret()
                .input(SimulationPages::limited)
                .aboutNoResource()
                .handledBy(this::simulate);
    }

    private Outcome simulate(Structure input, Call call) {
        SimulatedCaller caller = SimulatedCaller.of(input, call);
        return pages.answer(input, call, () -> Simulation.of(input, caller, policies(input), call));
    }

    private static PolicySet policies(Structure input) {
        return new PolicySet(
                GivenPolicies.identity(input), GivenPolicies.boundary(input), List.of(), ResourcePolicy.NONE);
    }
}
