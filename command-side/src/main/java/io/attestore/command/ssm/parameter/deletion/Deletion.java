package io.attestore.command.ssm.parameter.deletion;

import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import java.util.List;

/**
 * A parameter deleted with all its versions: what happened by that, and the data keys that go in the same transaction.
 * From then on nobody can open what they sealed, in the log or in a copy of it.
 */
public record Deletion(List<Event> events, List<KeyRowChange> rows) {

    public Deletion {
        events = List.copyOf(events);
        rows = List.copyOf(rows);
    }
}
