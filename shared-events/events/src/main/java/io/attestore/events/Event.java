package io.attestore.events;

import java.util.List;
import java.util.Set;

/** Something that happened. Immutable, past tense, without any secret: a value is in it only sealed. */
public interface Event {

    /** The tags by which states are sourced and conditions are checked; empty for a record of access. */
    default Set<EventTag> tags() {
        return Set.of();
    }

    /** What it changed, disclosed or used, as records of the call show it; each may come more than once. */
    default List<NamedResource> resources() {
        return List.of();
    }
}
