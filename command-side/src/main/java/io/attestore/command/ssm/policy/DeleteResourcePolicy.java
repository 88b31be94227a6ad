package io.attestore.command.ssm.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ResourcePolicy;
import io.attestore.entities.ssm.policy.ResourcePolicyFaults;
import io.attestore.entities.ssm.policy.SharedResource;
import io.attestore.events.parameter.ParameterResourcePolicyDeleted;

/**
 * DeleteResourcePolicy: ends what a resource policy allows, at once and everywhere. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteResourcePolicy.html">DeleteResourcePolicy</a>
 */
public final class DeleteResourcePolicy {

    private DeleteResourcePolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.SSM, "DeleteResourcePolicy")
                .writes()
                .disclosesNoSecret()
                .needing(SharedResource::needs)
                .handledBy(DeleteResourcePolicy::delete);
    }

    private static Outcome delete(Structure input, Call call) {
        Parameter.Present parameter = SharedResource.of(input, call);
        ResourcePolicy policy = parameter
                .resourcePolicies()
                .find(input.text("PolicyId"))
                .orElseThrow(ResourcePolicyFaults::resourcePolicyNotFound);
        if (!policy.hash().equals(input.text("PolicyHash"))) {
            throw ResourcePolicyFaults.resourcePolicyConflict();
        }
        return Outcome.answered(
                Structure.EMPTY,
                new ParameterResourcePolicyDeleted(call.where(), parameter.name(), policy.id(), policy.consumers()));
    }
}
