package io.attestore.entities.hot;

import io.attestore.events.EventTag;

/** What the log can be asked without a look at the database. Safe for many threads. */
@FunctionalInterface
public interface LogMemory {

    /** A log that is all in memory. */
    LogMemory ALL = (tag, from) -> true;

    /**
     * Whether what happened with a tag from a position on is in the log's memory. A hint that costs little: by the time
     * of the reading it may be otherwise.
     */
    boolean tells(EventTag tag, long from);
}
