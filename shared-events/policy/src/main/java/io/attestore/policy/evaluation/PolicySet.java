package io.attestore.policy.evaluation;

import io.attestore.policy.document.PolicyKind;
import java.util.List;
import java.util.Optional;

/**
 * All policies that apply to a request.
 *
 * @param identity those of the user with its groups', of the role, or of whoever the session was made from
 * @param boundary the permissions boundary of the user or role
 * @param session those given when the session was made; any of them may allow
 */
public record PolicySet(
        List<AttachedPolicy> identity,
        Optional<AttachedPolicy> boundary,
        List<AttachedPolicy> session,
        ResourcePolicy resource) {

    public PolicySet {
        identity = List.copyOf(identity);
        session = List.copyOf(session);
        identity.forEach(policy -> policy.require(PolicyKind.IDENTITY));
        boundary.ifPresent(policy -> policy.require(PolicyKind.IDENTITY));
        session.forEach(policy -> policy.require(PolicyKind.IDENTITY));
    }

    public static PolicySet ofIdentity(List<AttachedPolicy> identity) {
        return new PolicySet(identity, Optional.empty(), List.of(), ResourcePolicy.NONE);
    }

    /** The same with another resource's policy. */
    public PolicySet with(ResourcePolicy other) {
        return new PolicySet(identity, boundary, session, other);
    }
}
