package io.attestore.contract.duework;

import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What due work came to.
 *
 * @param events what happened; nothing, if there was nothing to do
 * @param rows the key rows that go with it
 * @param next when there will be something to do again
 */
public record Performance(List<Event> events, List<KeyRowChange> rows, Optional<Instant> next) {

    public static final Performance NOTHING = new Performance(List.of(), List.of(), Optional.empty());

    public Performance {
        events = List.copyOf(events);
        rows = List.copyOf(rows);
    }
}
