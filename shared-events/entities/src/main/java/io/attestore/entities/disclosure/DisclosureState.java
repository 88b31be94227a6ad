package io.attestore.entities.disclosure;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.disclosure.DisclosureResumed;
import io.attestore.events.disclosure.DisclosureStopped;
import java.time.Instant;

/**
 * Whether the store gives out anything secret, to anybody. Every call that would loads it, and so cannot be recorded,
 * nor answered, on any node once disclosure has been stopped on one.
 */
public sealed interface DisclosureState {

    /** The one instance. */
    enum Id {
        WHOLE_STORE
    }

    EntityType<Id, DisclosureState> TYPE = new EntityType<>(
            "disclosure", id -> Tags.disclosure(), id -> new Permitted(), DisclosureState::evolve, state -> 2_400);

    /** To whoever may have it. */
    record Permitted() implements DisclosureState {}

    /**
     * To nobody.
     *
     * @param reason of the newest order, in the operator's words; for operators only
     * @param since the first order that has not been taken back
     */
    record Stopped(String reason, Instant since) implements DisclosureState {}

    private static DisclosureState evolve(DisclosureState before, Event event, Instant at) {
        return switch (event) {
            case DisclosureStopped stopped ->
                new Stopped(stopped.reason(), before instanceof Stopped already ? already.since() : at);
            case DisclosureResumed _ -> new Permitted();
            default -> before;
        };
    }
}
