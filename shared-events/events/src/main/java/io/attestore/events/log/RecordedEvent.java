package io.attestore.events.log;

import io.attestore.events.Event;
import java.time.Instant;
import java.util.Map;

/**
 * One event as it stands in the log.
 *
 * @param position its place: consecutive from 0, without gaps
 * @param eventId unique in the log
 * @param at when the call happened that it records, in microseconds' precision
 * @param event what happened
 * @param metadata the context of the call, as io.attestore.events.call.CallContext writes it
 */
public record RecordedEvent(long position, String eventId, Instant at, Event event, Map<String, String> metadata) {

    public RecordedEvent {
        metadata = Map.copyOf(metadata);
    }
}
