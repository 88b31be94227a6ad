package io.attestore.eventlog.codec;

import io.attestore.events.Event;
import java.util.Map;

/**
 * Turns events and their metadata into the bytes that the log stores and hashes, and back. Safe for many threads. What
 * was written once must be readable for ever: a codec may learn to read more, never less.
 */
public interface EventCodec {

    /** The names of the events that this codec knows. */
    EventTypes types();

    /** @throws IllegalArgumentException if the event is not in the catalogue or cannot be written */
    byte[] encode(Event event);

    /** @throws UndecodableEventException if the name is unknown or the bytes are not such an event */
    Event decode(String name, String version, byte[] payload);

    byte[] encodeMetadata(Map<String, String> metadata);

    /** @throws UndecodableEventException if the bytes are not metadata */
    Map<String, String> decodeMetadata(byte[] metadata);
}
