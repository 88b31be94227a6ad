package io.attestore.entities.hot;

import io.attestore.entities.EntityType;
import io.attestore.events.Event;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;

/**
 * A state and where in the log it is so: every event of its tag up to the position is folded in, and none beyond it.
 *
 * @param position {@value #BEFORE_THE_FIRST} before the first event
 */
record StateAt<S>(S state, long position) {

    static final long BEFORE_THE_FIRST = -1;

    /** With one more event, which stands at the position that its tracking token names. */
    StateAt<S> and(Entry<? extends EventMessage> entry, EntityType<?, S> type) {
        EventMessage message = entry.message();
        if (!(message.payload() instanceof Event event)) {
            throw new IllegalStateException("The log returned something that is not an event: " + message.type());
        }
        return new StateAt<>(type.evolve().evolve(state, event, message.timestamp()), positionOf(entry));
    }

    /** The same state, known to be so up to at least this position. */
    StateAt<S> reaching(long known) {
        return known > position ? new StateAt<>(state, known) : this;
    }

    private static long positionOf(Entry<?> entry) {
        return TrackingToken.fromContext(entry)
                .orElseThrow(() -> new IllegalStateException("The log returned an event without its position"))
                .position()
                .orElseThrow(() -> new IllegalStateException("The log's tracking token has no position"));
    }
}
