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
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A document's JSON, within limits. No member may be there twice: readers would differ in which of them counts. */
sealed interface Json {

    /** More than any policy has; each kind has a lower limit of its own. */
    int LENGTH_MAX = 131_072;

    int DEPTH_MAX = 16;

    /** A text, number or flag as it is written. */
    record Text(String value) implements Json {}

    record Items(List<Json> items) implements Json {}

    record Members(Map<String, Json> members) implements Json {}

    /** @throws MalformedPolicyException if it is no JSON object, or too large or too deep */
    static Members read(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new MalformedPolicyException("The policy is too long.");
        }
        try (JsonParser parser = Reading.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                Members document = Reading.members(parser);
                if (parser.nextToken() == null) {
                    return document;
                }
            }
            throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
        } catch (JacksonException notJson) {
            throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
        }
    }

    /** Reads recursively, no deeper than the parser lets it. */
    final class Reading {

        private static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .build())
                .build();

        private Reading() {}

        private static Json value(JsonParser parser) {
            return switch (parser.currentToken()) {
                case START_OBJECT -> members(parser);
                case START_ARRAY -> items(parser);
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Text(parser.getString());
                default -> throw new MalformedPolicyException(MalformedPolicies.SYNTAX);
            };
        }

        private static Members members(JsonParser parser) {
            Map<String, Json> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return new Members(members);
        }

        private static Items items(JsonParser parser) {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Items(items);
        }
    }
}
