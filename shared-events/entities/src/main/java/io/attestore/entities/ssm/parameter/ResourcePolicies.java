package io.attestore.entities.ssm.parameter;

import io.attestore.events.call.Principal;
import io.attestore.events.parameter.ParameterResourcePolicyPut;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The resource policies of one parameter: what other accounts may do with it. Immutable.
 *
 * @param byId in the order of their ids, which is that of pages
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html">Working
 *     with shared parameters</a>
 */
public record ResourcePolicies(SortedMap<String, ResourcePolicy> byId) {

    public static final ResourcePolicies NONE = new ResourcePolicies(Collections.emptySortedMap());

    public ResourcePolicies {
        byId = byId.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    public Optional<ResourcePolicy> find(String policyId) {
        return Optional.ofNullable(byId.get(policyId));
    }

    /**
     * The policy that allows a caller of another account an action; empty if none does.
     *
     * @param action e.g. {@code ssm:GetParameter}
     */
    public Optional<ResourcePolicy> permitting(Principal caller, String action) {
        return byId.values().stream()
                .filter(policy -> policy.permits(caller, action))
                .findFirst();
    }

    ResourcePolicies with(ParameterResourcePolicyPut put) {
        SortedMap<String, ResourcePolicy> after = new TreeMap<>(byId);
        after.put(put.policyId(), new ResourcePolicy(put.policyId(), put.policyHash(), put.policy(), put.grants()));
        return new ResourcePolicies(after);
    }

    ResourcePolicies without(String policyId) {
        SortedMap<String, ResourcePolicy> after = new TreeMap<>(byId);
        after.remove(policyId);
        return new ResourcePolicies(after);
    }

    long weight() {
        return byId.values().stream().mapToLong(ResourcePolicy::weight).sum();
    }
}
