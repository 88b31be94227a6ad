package io.attestore.command.ssm.parameter.policies;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The JSON of policies, before anybody asks what it means.
 *
 * @param type empty if none is given, as for the other members
 * @param attributes in the order of the request; numbers as they were written
 */
record PolicyJson(Optional<String> type, Optional<String> version, Map<String, String> attributes) {

    private static final int DEPTH_MAX = 8;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    /** The objects of an array; empty if the text is not an array of policies' objects. */
    static Optional<List<PolicyJson>> read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            List<PolicyJson> policies = new ArrayList<>();
            require(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                policies.add(policy(parser));
            }
            require(parser.nextToken() == null);
            return Optional.of(policies);
        } catch (JacksonException | UnexpectedJsonException malformed) {
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return type.isEmpty() && version.isEmpty() && attributes.isEmpty();
    }

    /** As JSON without blanks. */
    String text() {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), written)) {
            json.writeStartObject();
            type.ifPresent(value -> json.writeStringProperty("Type", value));
            version.ifPresent(value -> json.writeStringProperty("Version", value));
            json.writeObjectPropertyStart("Attributes");
            attributes.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return written.toString();
    }

    private static PolicyJson policy(JsonParser parser) throws UnexpectedJsonException {
        require(parser.currentToken() == JsonToken.START_OBJECT);
        String type = null;
        String version = null;
        Map<String, String> attributes = Map.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "Type" -> type = scalar(parser);
                case "Version" -> version = scalar(parser);
                case "Attributes" -> attributes = attributes(parser);
                default -> throw new UnexpectedJsonException();
            }
        }
        return new PolicyJson(Optional.ofNullable(type), Optional.ofNullable(version), attributes);
    }

    private static Map<String, String> attributes(JsonParser parser) throws UnexpectedJsonException {
        require(parser.currentToken() == JsonToken.START_OBJECT);
        Map<String, String> attributes = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            attributes.put(name, scalar(parser));
        }
        return attributes;
    }

    private static String scalar(JsonParser parser) throws UnexpectedJsonException {
        @Nullable JsonToken token = parser.currentToken();
        require(token == JsonToken.VALUE_STRING
                || token == JsonToken.VALUE_NUMBER_INT
                || token == JsonToken.VALUE_NUMBER_FLOAT);
        return parser.getString();
    }

    private static void require(boolean expected) throws UnexpectedJsonException {
        if (!expected) {
            throw new UnexpectedJsonException();
        }
    }

    /** JSON of another form than policies have. */
    private static final class UnexpectedJsonException extends Exception {

        private static final long serialVersionUID = 1L;

        UnexpectedJsonException() {
            super("Not a list of policies", null, false, false);
        }
    }
}
