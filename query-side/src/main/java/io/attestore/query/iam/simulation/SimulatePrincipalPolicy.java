package io.attestore.query.iam.simulation;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.permission.PrincipalPolicies;
import io.attestore.entities.iam.policy.PolicyHolder;
import io.attestore.policy.evaluation.AttachedPolicy;
import io.attestore.policy.evaluation.PolicySet;
import io.attestore.policy.evaluation.ResourcePolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells what the policies of a user, group or role would decide, with further ones that are sent. A boundary that is
 * sent takes the place of the one that there is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">IAM: SimulatePrincipalPolicy</a>
 */
public final class SimulatePrincipalPolicy {

    private final SimulationPages pages;

    public SimulatePrincipalPolicy(PageTokens tokens) {
        this.pages = new SimulationPages(tokens, "SimulatePrincipalPolicy");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "SimulatePrincipalPolicy")
                .reads()
                .disclosesNoSecret()
                .input(SimulationPages::limited)
                .about(PolicySourceEntity::of)
                .handledBy(this::simulate);
    }

    private Outcome simulate(PolicyHolder source, Structure input, Call call) {
        SimulatedCaller caller = SimulatedCaller.of(input, source, call);
        PolicySet held = PrincipalPolicies.of(source, call);
        return pages.answer(input, call, () -> Simulation.of(input, caller, with(held, input), call));
    }

    private static PolicySet with(PolicySet held, Structure input) {
        List<AttachedPolicy> identity = new ArrayList<>(held.identity());
        identity.addAll(GivenPolicies.identity(input));
        return new PolicySet(
                identity, GivenPolicies.boundary(input).or(held::boundary), List.of(), ResourcePolicy.NONE);
    }
}
