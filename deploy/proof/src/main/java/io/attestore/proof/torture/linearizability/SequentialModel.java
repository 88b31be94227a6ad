package io.attestore.proof.torture.linearizability;

import java.util.Optional;

/**
 * What one object may answer when calls come one after the other. A call is what was asked together with what was
 * answered. Pure, so that the checker may try a call in many states.
 *
 * @param <S> a state; immutable, with equals and hashCode by content
 * @param <C> a call with its answer
 */
public interface SequentialModel<S, C> {

    S initial();

    /** The state after the call; empty if the call cannot have been answered so in this state. */
    Optional<S> after(S state, C call);

    /** Whether the call leaves every state that it is possible in as it is. */
    boolean isRead(C call);
}
