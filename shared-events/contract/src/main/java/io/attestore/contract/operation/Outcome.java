package io.attestore.contract.operation;

import io.attestore.contract.document.Structure;
import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import java.util.ArrayList;
import java.util.List;

/**
 * What a handler decided: the answer, and what must be durable before the answer may leave. Nothing has happened yet;
 * whoever runs the call appends the events with the key rows in one transaction, or throws all of it away.
 */
public sealed interface Outcome {

    /** What happened, in order. If empty, the call is recorded as answered or refused and no more. */
    List<Event> events();

    /** The call is answered. The output may hold secrets; they are wiped once the answer is written. */
    record Answered(Structure output, List<Event> events, List<KeyRowChange> keyRows) implements Outcome {

        public Answered {
            events = List.copyOf(events);
            keyRows = List.copyOf(keyRows);
        }

        /** The same, with something that happened before. */
        public Answered after(List<? extends Event> earlier, List<KeyRowChange> earlierRows) {
            List<Event> all = new ArrayList<>(earlier);
            all.addAll(events);
            List<KeyRowChange> rows = new ArrayList<>(earlierRows);
            rows.addAll(keyRows);
            return new Answered(output, all, rows);
        }
    }

    /** The call is refused; events tell what was refused besides, such as a key's use on the caller's behalf. */
    record Refused(AwsFault fault, List<Event> events) implements Outcome {

        public Refused {
            events = List.copyOf(events);
        }
    }

    static Answered answered(Structure output, Event... events) {
        return new Answered(output, List.of(events), List.of());
    }

    static Answered answered(Structure output, List<? extends Event> events, List<KeyRowChange> keyRows) {
        return new Answered(output, List.copyOf(events), keyRows);
    }

    static Refused refused(AwsFault fault, Event... events) {
        return new Refused(fault, List.of(events));
    }
}
