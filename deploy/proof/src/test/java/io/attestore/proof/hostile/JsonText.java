package io.attestore.proof.hostile;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON that no library would write: whatever a member's text is, and however often it is there. */
final class JsonText {

    private JsonText() {}

    /** A string of any characters, halves of surrogate pairs included, which only an escape can carry. */
    static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(character -> {
            boolean escaped =
                    character < ' ' || character == '"' || character == '\\' || Character.isSurrogate((char) character);
            if (escaped) {
                json.append("\\u%04x".formatted(character));
            } else {
                json.append((char) character);
            }
        });
        return json.append('"').toString();
    }

    /** An object of members whose values are JSON already. */
    static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> string(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String array(List<String> items) {
        return "[" + String.join(",", items) + "]";
    }
}
