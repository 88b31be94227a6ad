package io.attestore.eventlog;

import org.axonframework.messaging.eventstreaming.Tag;

/** At most so many events with the tag stand beyond the position. */
record Tolerance(Tag tag, long position, long eventsMax) {

    Tolerance {
        if (position < -1 || eventsMax < 0) {
            throw new IllegalArgumentException("A tolerance begins at a position and bears a number of events");
        }
    }
}
