package io.attestore.policy.document;

import java.util.List;

/** Reads what may be one text or a list of texts. */
final class JsonTexts {

    private JsonTexts() {}

    /**
     * The texts of a value.
     *
     * @param scalars whether numbers and truth values are taken as they are written
     * @throws IllegalArgumentException where it is something else
     */
    static List<String> of(Json json, boolean scalars) {
        return json instanceof Json.Array(List<Json> elements)
                ? elements.stream().map(each -> one(each, scalars)).toList()
                : List.of(one(json, scalars));
    }

    private static String one(Json json, boolean scalars) {
        return switch (json) {
            case Json.Text(String value) -> value;
            case Json.Scalar(String value) when scalars -> value;
            case Json.Scalar scalar -> throw new IllegalArgumentException("Not a text");
            case Json.Nothing nothing -> throw new IllegalArgumentException("Not a text");
            case Json.Array array -> throw new IllegalArgumentException("A list in a list");
            case Json.Members members -> throw new IllegalArgumentException("Not a text");
        };
    }
}
