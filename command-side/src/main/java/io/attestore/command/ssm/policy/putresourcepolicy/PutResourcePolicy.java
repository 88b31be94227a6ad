package io.attestore.command.ssm.policy.putresourcepolicy;

import static io.attestore.contract.document.Shape.text;

import io.attestore.contract.document.Shape.TextShape;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.kms.key.KeyLookup;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterTier;
import io.attestore.entities.ssm.parameter.ParameterVersion;
import io.attestore.entities.ssm.parameter.ResourcePolicy;
import io.attestore.entities.ssm.policy.ResourcePolicyFaults;
import io.attestore.entities.ssm.policy.SharedResource;
import io.attestore.events.id.AccountId;
import io.attestore.events.key.KeyManager;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import java.util.List;
import java.util.Optional;

/**
 * PutResourcePolicy: shares a parameter with other accounts, or replaces what was shared. The id of a new policy is
 * that of the request. Safe for many threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</a>
 */
public final class PutResourcePolicy {

    /** Policies that one parameter can have. AWS does not tell how many they are; ours is the longest page of them. */
    static final int POLICIES_MAX = 50;

    private final KeyLookup keys;

    public PutResourcePolicy(KeyLookup keys) {
        this.keys = keys;
    }

    public Operation operation() {
        return Operation.of(AwsService.SSM, "PutResourcePolicy")
                .writes()
                .disclosesNoSecret()
                .input(model -> model.changing("Policy", text -> ((TextShape) text).matching("(?s)(?!\\s*$).+")))
                .needing(SharedResource::needs)
                .handledBy(this::put);
    }

    private Outcome put(Structure input, Call call) {
        Parameter.Present parameter = SharedResource.of(input, call);
        requireShareable(parameter, call);
        Optional<ResourcePolicy> replaced = replaced(parameter, input);
        PolicyText policy = PolicyText.of(input.text("Policy"), parameter.id());
        if (replaced.isEmpty() && parameter.resourcePolicies().byId().size() >= POLICIES_MAX) {
            throw ResourcePolicyFaults.tooManyResourcePolicies(POLICIES_MAX);
        }
        String policyId =
                replaced.map(ResourcePolicy::id).orElseGet(() -> call.context().requestId());
        Structure output = Structure.builder()
                .put("PolicyId", policyId)
                .put("PolicyHash", policy.hash())
                .build();
        return Outcome.answered(
                output,
                new ParameterResourcePolicyPut(
                        call.where(),
                        parameter.name(),
                        policyId,
                        policy.hash(),
                        policy.text(),
                        policy.grants(),
                        formerConsumers(replaced)));
    }

    /** @throws AwsFault if a parameter of this tier, or under this key, cannot be shared */
    private void requireShareable(Parameter.Present parameter, Call call) {
        ParameterVersion current = parameter.current();
        if (!current.tier().equals(ParameterTier.ADVANCED.wireName())) {
            throw ResourcePolicyFaults.sharingNeedsAdvanced();
        }
        current.keyReference().ifPresent(reference -> {
            boolean customers = keys.find(
                                    call,
                                    call.where(),
                                    reference,
                                    call.context().requestId(),
                                    call.context().at())
                            instanceof KeyLookup.Found found
                    && found.facts().manager() == KeyManager.CUSTOMER;
            if (!customers) {
                throw ResourcePolicyFaults.sharingNeedsCustomerKey();
            }
        });
    }

    /** The policy that is replaced; empty if a new one is asked for. */
    private static Optional<ResourcePolicy> replaced(Parameter.Present parameter, Structure input) {
        Optional<String> id = input.optionalText("PolicyId");
        Optional<String> hash = input.optionalText("PolicyHash");
        if (id.isEmpty() && hash.isEmpty()) {
            return Optional.empty();
        }
        if (id.isEmpty()) {
            throw ResourcePolicyFaults.invalidForResourcePolicy("PolicyId");
        }
        if (hash.isEmpty()) {
            throw ResourcePolicyFaults.invalidForResourcePolicy("PolicyHash");
        }
        ResourcePolicy found =
                parameter.resourcePolicies().find(id.get()).orElseThrow(ResourcePolicyFaults::resourcePolicyNotFound);
        if (!found.hash().equals(hash.get())) {
            throw ResourcePolicyFaults.resourcePolicyConflict();
        }
        return Optional.of(found);
    }

    private static List<AccountId> formerConsumers(Optional<ResourcePolicy> replaced) {
        return replaced.map(ResourcePolicy::consumers).orElse(List.of());
    }
}
