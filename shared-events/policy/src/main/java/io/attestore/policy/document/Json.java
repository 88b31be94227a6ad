package io.attestore.policy.document;

import java.util.List;
import java.util.Map;

/** A part of a document's JSON. */
sealed interface Json {

    /** A string. */
    record Text(String value) implements Json {}

    /** A number or a truth value, as it is written. */
    record Scalar(String value) implements Json {}

    /** The value null. */
    record Nothing() implements Json {}

    record Array(List<Json> elements) implements Json {}

    /** An object; its members keep their order. */
    record Members(Map<String, Json> values, Position start, Position end) implements Json {

        boolean has(String name) {
            return values.containsKey(name);
        }
    }
}
