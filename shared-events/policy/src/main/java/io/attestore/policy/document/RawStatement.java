package io.attestore.policy.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement's elements as they are written: of the right JSON types, but not yet of the right content. */
record RawStatement(
        Json.Members json,
        Optional<String> sid,
        Optional<String> effect,
        Optional<List<String>> action,
        Optional<List<String>> notAction,
        Optional<List<String>> resource,
        Optional<List<String>> notResource,
        Optional<Json> principal,
        Optional<Json> notPrincipal,
        List<RawCondition> conditions) {

    private static final Set<String> ELEMENTS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    /** One operator with one key; the key is empty where the operator has none, and then there is nothing to hold. */
    record RawCondition(String operator, String key, List<String> values) {}

    /** @throws IllegalArgumentException where an element is unknown or of the wrong JSON type */
    static RawStatement of(Json json) {
        if (!(json instanceof Json.Members members)
                || !ELEMENTS.containsAll(members.values().keySet())) {
            throw new IllegalArgumentException("No statement");
        }
        return new RawStatement(
                members,
                text(members, "Sid"),
                text(members, "Effect"),
                texts(members, "Action"),
                texts(members, "NotAction"),
                texts(members, "Resource"),
                texts(members, "NotResource"),
                Optional.ofNullable(members.values().get("Principal")),
                Optional.ofNullable(members.values().get("NotPrincipal")),
                conditions(members));
    }

    List<String> actions() {
        return action.or(() -> notAction).orElse(List.of());
    }

    List<String> resources() {
        return resource.or(() -> notResource).orElse(List.of());
    }

    private static Optional<String> text(Json.Members members, String name) {
        return switch (members.values().get(name)) {
            case null -> Optional.empty();
            case Json.Text(String value) -> Optional.of(value);
            default -> throw new IllegalArgumentException("Not a text");
        };
    }

    private static Optional<List<String>> texts(Json.Members members, String name) {
        return Optional.ofNullable(members.values().get(name)).map(json -> JsonTexts.of(json, false));
    }

    private static List<RawCondition> conditions(Json.Members statement) {
        List<RawCondition> conditions = new ArrayList<>();
        if (statement.has("Condition")) {
            members(statement, "Condition").values().forEach((operator, keys) -> {
                if (!(keys instanceof Json.Members values) || values.has("")) {
                    throw new IllegalArgumentException("An operator has keys, and a key has a name");
                }
                values.values()
                        .forEach((key, json) ->
                                conditions.add(new RawCondition(operator, key, JsonTexts.of(json, true))));
                if (values.values().isEmpty()) {
                    conditions.add(new RawCondition(operator, "", List.of()));
                }
            });
        }
        return conditions;
    }

    private static Json.Members members(Json.Members statement, String name) {
        if (statement.values().get(name) instanceof Json.Members members) {
            return members;
        }
        throw new IllegalArgumentException("Not an object");
    }
}
