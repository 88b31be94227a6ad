package io.attestore.contract.model;

import io.attestore.contract.model.ModelNode.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a model's JSON, within limits. */
final class ModelReading {

    /** Several times as large as the largest model. */
    static final int BYTES_MAX = 1024 * 1024;

    private static final int DEPTH_MAX = 16;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private final String file;
    private final JsonParser parser;

    private ModelReading(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** @throws BrokenModelException if this is no JSON object, or a value is none that a model has */
    static ModelNode read(String file, byte[] json) {
        if (json.length > BYTES_MAX) {
            throw new BrokenModelException(file, "is larger than " + BYTES_MAX + " bytes");
        }
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return new ModelReading(file, parser).document();
        } catch (JacksonException e) {
            throw new BrokenModelException(file, "is not well-formed JSON", e);
        }
    }

    private ModelNode document() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BrokenModelException(file, "is not a JSON object");
        }
        ModelNode root = object(Place.of(file));
        if (parser.nextToken() != null) {
            throw new BrokenModelException(file, "goes on after its end");
        }
        return root;
    }

    private ModelNode object(Place place) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            members.put(name, value(parser.nextToken(), place.below(name)));
        }
        return new ModelNode(place, members);
    }

    private List<Object> array(Place place) {
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, place));
        }
        return items;
    }

    private Object value(@Nullable JsonToken token, Place place) {
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> array(place);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default ->
                throw new BrokenModelException(place.text(), "is a " + token + ", which no model has");
        };
    }
}
