package io.attestore.policy.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * The policies of a principal. Immutable.
 *
 * @param identity what it is permitted: its own, its groups', those attached
 * @param boundary what limits that
 * @param session what a session was limited to when it was made; none for whoever has no session, or an unlimited one
 */
public record PolicySet(List<NamedPolicy> identity, Optional<NamedPolicy> boundary, List<NamedPolicy> session) {

    public static final PolicySet NONE = new PolicySet(List.of(), Optional.empty(), List.of());

    public PolicySet {
        identity = List.copyOf(identity);
        session = List.copyOf(session);
    }

    public static PolicySet of(NamedPolicy... identity) {
        return new PolicySet(List.of(identity), Optional.empty(), List.of());
    }
}
