package io.attestore.eventlog.codec;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.attestore.events.Event;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events as compact JSON (RFC 8259, UTF-8): a record is an object of its components, an
 * {@link io.attestore.events.id.Identifier} a string, {@link io.attestore.events.Bytes} base64 (RFC 4648, section 4), an
 * instant ISO 8601, an empty Optional is left out. Properties that a later version has added are ignored on reading. No
 * class name is ever read from the bytes: the catalogue alone says what they become. Metadata are {@link MetadataBytes}.
 */
public final class JsonEventCodec implements EventCodec {

    private final EventTypes types;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new VocabularyModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion ->
                    inclusion.withValueInclusion(Include.NON_ABSENT).withContentInclusion(Include.ALWAYS))
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .build();

    public JsonEventCodec(EventTypes types) {
        this.types = types;
    }

    @Override
    public EventTypes types() {
        return types;
    }

    @Override
    public byte[] encode(Event event) {
        EventType type = types.typeOf(event);
        try {
            return json.writeValueAsBytes(event);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("An event " + type.name() + " cannot be written as JSON", e);
        }
    }

    @Override
    public Event decode(String name, String version, byte[] payload) {
        EventType type = types.find(name, version)
                .orElseThrow(() -> new UndecodableEventException(
                        "The log holds an event that this version does not" + " know: " + name + " " + version));
        try {
            return json.readValue(payload, type.eventClass());
        } catch (JacksonException e) {
            throw new UndecodableEventException("Stored bytes are not an event " + name + " " + version);
        }
    }

    @Override
    public byte[] encodeMetadata(Map<String, String> metadata) {
        return MetadataBytes.write(metadata);
    }

    @Override
    public Map<String, String> decodeMetadata(byte[] metadata) {
        return MetadataBytes.read(metadata);
    }
}
