package io.attestore.eventlog;

import io.attestore.eventlog.codec.EventCodec;
import io.attestore.eventlog.codec.EventType;
import io.attestore.eventlog.table.EventContent;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.TagText;
import io.attestore.events.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;

/** Between Axon's messages and the log's rows. Runs on the threads of callers and readers, never on the writer's. */
final class EventEncoding {

    private final EventCodec codec;

    EventEncoding(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * The events of one append. Those of one call share their metadata, which is written once.
     *
     * @throws IllegalArgumentException for what the log cannot hold, so that it never reaches the database
     */
    List<EncodedEvent> encode(List<TaggedEventMessage<?>> append) {
        List<EncodedEvent> encoded = new ArrayList<>(append.size());
        Map<String, String> previous = Map.of();
        byte[] metadata = codec.encodeMetadata(previous);
        for (TaggedEventMessage<?> tagged : append) {
            if (!tagged.event().metadata().equals(previous)) {
                previous = tagged.event().metadata();
                metadata = codec.encodeMetadata(previous);
            }
            encoded.add(encode(tagged, metadata));
        }
        return encoded;
    }

    private EncodedEvent encode(TaggedEventMessage<?> tagged, byte[] metadata) {
        EventMessage message = tagged.event();
        if (!(message.payload() instanceof Event event)) {
            throw new IllegalArgumentException("The log holds events only, not " + message.type());
        }
        requireCatalogueName(event, message.type());
        EventContent content = new EventContent(
                uuid(message.identifier()),
                message.type().name(),
                message.type().version(),
                EventContent.micros(message.timestamp()),
                TagText.of(tagged.tags()),
                metadata,
                codec.encode(event));
        return new EncodedEvent(content, HashChain.content(content), event, Set.copyOf(tagged.tags()), codec);
    }

    /** An event of the log itself: no call caused it, and nothing is conditional on it. */
    EncodedEvent encode(Event event, Instant at) {
        EventType type = codec.types().typeOf(event);
        EventContent content = new EventContent(
                UUID.randomUUID(),
                type.name(),
                type.version(),
                EventContent.micros(at),
                List.of(),
                codec.encodeMetadata(Map.of()),
                codec.encode(event));
        return new EncodedEvent(content, HashChain.content(content), event, Set.of(), codec);
    }

    CommittedEvent decode(LogRow row) {
        EventContent content = row.content();
        Event event = codec.decode(content.type(), content.version(), content.payload());
        codec.decodeMetadata(content.metadata()); // what cannot be read must show here, not when somebody asks
        return new CommittedEvent(row.position(), content, event, TagText.parse(content.tags()), codec);
    }

    private void requireCatalogueName(Event event, MessageType type) {
        EventType known = codec.types().typeOf(event);
        if (!known.name().equals(type.name()) || !known.version().equals(type.version())) {
            throw new IllegalArgumentException("The message of an event must have the type of the catalogue, "
                    + known.name() + " " + known.version() + ", not " + type);
        }
    }

    private static UUID uuid(String identifier) {
        UUID id = UUID.fromString(identifier);
        if (!id.toString().equals(identifier)) {
            throw new IllegalArgumentException("An event's id is a UUID in lower case");
        }
        return id;
    }
}
