package io.attestore.eventlog;

import io.attestore.events.Event;
import io.attestore.events.log.RecordedEvent;
import java.util.Set;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * An event of the log, decoded.
 *
 * @param message its payload is an {@link Event}
 * @param bytes about what it takes in memory
 */
record CommittedEvent(long position, EventMessage message, Set<Tag> tags, int bytes) {

    boolean matches(EventCriteria criteria) {
        return criteria.matches(message.type().qualifiedName(), tags);
    }

    RecordedEvent recorded() {
        if (!(message.payload() instanceof Event event)) {
            throw new IllegalStateException("Only events are in the log");
        }
        return new RecordedEvent(position, message.identifier(), message.timestamp(), event, message.metadata());
    }
}
