package io.attestore.policy.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a document's JSON within limits. A name that comes twice in an object is refused. */
final class JsonReader {

    private final JsonParser parser;
    private final int valuesMax;
    private int values;

    private JsonReader(JsonParser parser, int valuesMax) {
        this.parser = parser;
        this.valuesMax = valuesMax;
    }

    /** @throws NotJsonException where the text is not one JSON value within the limits */
    static Json read(String text, DocumentLimits limits) {
        if (text.length() > limits.textLengthMax()) {
            throw new NotJsonException();
        }
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DocumentLimits.DEPTH_MAX)
                        .maxStringLength(limits.textLengthMax())
                        .maxNameLength(limits.textLengthMax())
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Json json = new JsonReader(parser, limits.valuesMax()).value();
            if (parser.nextToken() != null) {
                throw new NotJsonException();
            }
            return json;
        } catch (JacksonException malformed) {
            throw new NotJsonException();
        }
    }

    private Json value() {
        JsonToken token = parser.currentToken();
        if (token == null || ++values > valuesMax) {
            throw new NotJsonException();
        }
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> array();
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> new Json.Scalar(parser.getString());
            case VALUE_NULL -> new Json.Nothing();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new NotJsonException();
        };
    }

    private Json.Members members() {
        Position start = position(parser.currentLocation());
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name == null || members.put(name, value()) != null) {
                throw new NotJsonException();
            }
        }
        return new Json.Members(members, start, position(parser.currentLocation()));
    }

    private Json.Array array() {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return new Json.Array(elements);
    }

    private static Position position(TokenStreamLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    /** The text is not JSON, or too much of it. */
    static final class NotJsonException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotJsonException() {
            super("Not JSON within the limits", null, false, false);
        }
    }
}
