package io.attestore.server.store;

import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.events.catalogue.EventCatalogue;

/** What whoever opens the log of a store must agree on. */
public final class LogConventions {

    /** The purpose of the key of authentication that seals the trail's index. */
    public static final String TRAIL_PURPOSE = "trail runs";

    private LogConventions() {}

    /** Every event of the vocabulary under its stored name. */
    public static EventTypes eventTypes() {
        return EventTypes.of(EventCatalogue.ENTRIES.stream()
                .map(entry -> new EventType(entry.name(), entry.version(), entry.type()))
                .toList());
    }
}
