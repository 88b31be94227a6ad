package io.attestore.events.log;

import io.attestore.events.EventTag;
import java.util.List;

/**
 * Reads the events of one tag, whatever else is in the log. Only committed events are ever seen. Safe for many threads;
 * failures surface as {@link LogUnavailableException}.
 */
public interface TagReader {

    /**
     * A part of a range, from its beginning.
     *
     * @param events those in it that carry the tag, in order
     * @param through the position up to which the range has been read
     */
    record Page(List<RecordedEvent> events, long through) {

        public Page {
            events = List.copyOf(events);
        }
    }

    /** The first events of the tag from one position to another, both included; about {@code limit} at a time. */
    Page read(EventTag tag, long from, long to, int limit);
}
