package io.attestore.audit.trail;

import java.util.UUID;

/**
 * Eight bytes that stand for an event id in the index: a UUID's halves, folded. Different ids may share a key, so what
 * is found by it must be checked.
 */
final class EventIdKey {

    private EventIdKey() {}

    static long of(String eventId) {
        try {
            UUID id = UUID.fromString(eventId);
            return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
        } catch (IllegalArgumentException e) {
            return eventId.hashCode();
        }
    }
}
