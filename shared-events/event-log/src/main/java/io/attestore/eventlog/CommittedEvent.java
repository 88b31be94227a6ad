package io.attestore.eventlog;

import io.attestore.eventlog.codec.EventCodec;
import io.attestore.eventlog.table.EventContent;
import io.attestore.events.Event;
import io.attestore.events.log.RecordedEvent;
import java.util.Set;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * An event of the log, decoded but for its metadata: those are decoded when somebody asks, since most events leave
 * memory again without that, and a map takes several times the room of its bytes.
 */
record CommittedEvent(long position, EventContent content, Event event, Set<Tag> tags, EventCodec codec) {

    boolean matches(EventCriteria criteria) {
        return criteria.matches(new QualifiedName(content.type()), tags);
    }

    /** About what it takes in memory. */
    int bytes() {
        return content.bytes();
    }

    EventMessage message() {
        return new GenericEventMessage(
                content.eventId().toString(),
                new MessageType(content.type(), content.version()),
                event,
                codec.decodeMetadata(content.metadata()),
                content.occurredAt());
    }

    /** The message with the token of its position. */
    MessageStream.Entry<EventMessage> entry() {
        return new SimpleEntry<>(
                message(), TrackingToken.addToContext(Context.empty(), new GlobalSequenceTrackingToken(position)));
    }

    RecordedEvent recorded() {
        return new RecordedEvent(
                position,
                content.eventId().toString(),
                content.occurredAt(),
                event,
                codec.decodeMetadata(content.metadata()));
    }
}
