package io.attestore.server.store;

import io.attestore.eventlog.codec.EventCatalogue;
import io.attestore.eventlog.codec.EventType;

/** What whoever opens the log of a store must agree on. */
public final class LogConventions {

    /** The purpose of the root key's authenticator that signs heads of the log. */
    public static final String ANCHOR_PURPOSE = "log anchors";

    private LogConventions() {}

    /** Every event of the vocabulary under its stored name. */
    public static EventCatalogue eventCatalogue() {
        return EventCatalogue.of(io.attestore.events.catalogue.EventCatalogue.ENTRIES.stream()
                .map(entry -> new EventType(entry.name(), entry.version(), entry.type()))
                .toList());
    }
}
