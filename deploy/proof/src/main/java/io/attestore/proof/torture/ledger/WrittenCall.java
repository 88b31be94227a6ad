package io.attestore.proof.torture.ledger;

import io.attestore.events.Event;
import io.attestore.events.call.CallContext;
import java.util.List;

/**
 * One call as the log tells it.
 *
 * @param position of its first event
 */
record WrittenCall(long position, CallContext context, List<Event> events) {

    WrittenCall {
        events = List.copyOf(events);
    }

    /** What the client called itself. */
    String callId() {
        return context.userAgent();
    }
}
