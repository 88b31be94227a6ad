package io.attestore.events;

import java.util.Set;

/** Something that happened. Immutable, past tense, without any secret: a value is in it only sealed. */
public interface Event {

    /** The tags by which states are sourced and conditions are checked; empty for a record of access. */
    default Set<EventTag> tags() {
        return Set.of();
    }
}
