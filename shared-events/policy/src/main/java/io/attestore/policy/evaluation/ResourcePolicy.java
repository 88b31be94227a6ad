package io.attestore.policy.evaluation;

import java.util.Map;
import java.util.Optional;

/**
 * What the owner of a resource says who may use it. Immutable.
 *
 * @param policy empty if the owner has said nothing
 * @param uniqueIds of the ARNs of users and roles in it, when it was put
 * @param mode what it means in its own account
 * @param grant allows beside the policy
 */
public record ResourcePolicy(
        Optional<NamedPolicy> policy, Map<String, String> uniqueIds, Mode mode, Optional<String> grant) {

    /** What a resource's policy means within its own account. */
    public enum Mode {
        /** It allows besides what identity policies allow. */
        ADDS,
        /** Nobody may do anything that it does not allow him or let his account allow him; not even root. */
        GATE
    }

    /** Of a resource that has none, and cannot have any, or has not yet. */
    public static final ResourcePolicy NONE = new ResourcePolicy(Optional.empty(), Map.of(), Mode.ADDS, Optional.empty());

    public ResourcePolicy {
        uniqueIds = Map.copyOf(uniqueIds);
    }

    public static ResourcePolicy adding(NamedPolicy policy) {
        return new ResourcePolicy(Optional.of(policy), Map.of(), Mode.ADDS, Optional.empty());
    }

    public static ResourcePolicy gate(NamedPolicy policy, Map<String, String> uniqueIds) {
        return new ResourcePolicy(Optional.of(policy), uniqueIds, Mode.GATE, Optional.empty());
    }

    /** The same with something beside the policy that allows this request, in words for an operator. */
    public ResourcePolicy granting(String by) {
        return new ResourcePolicy(policy, uniqueIds, mode, Optional.of(by));
    }
}
