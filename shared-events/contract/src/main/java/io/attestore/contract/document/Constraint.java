package io.attestore.contract.document;

import io.attestore.contract.document.Shape.TextShape;
import java.util.ArrayList;
import java.util.List;

/** Constraints in AWS's words. */
final class Constraint {

    private Constraint() {}

    /** All constraints of a text, as AWS lists them for the items of a list. */
    static List<String> of(TextShape shape) {
        List<String> all = new ArrayList<>();
        if (shape.lengthMax() != Integer.MAX_VALUE) {
            all.add(atMostLong(shape.lengthMax()));
        }
        if (shape.lengthMin() > 0) {
            all.add(atLeastLong(shape.lengthMin()));
        }
        shape.pattern().ifPresent(pattern -> all.add(matching(pattern.pattern())));
        if (!shape.enumeration().isEmpty()) {
            all.add(oneOf(shape.enumeration()));
        }
        return all;
    }

    /** The constraints that a text breaks. A pattern is not tried on a text that is too long. */
    static List<String> brokenBy(String text, TextShape shape) {
        int length = text.codePointCount(0, text.length());
        List<String> broken = new ArrayList<>(length(length, shape.lengthMin(), shape.lengthMax()));
        if (!shape.enumeration().isEmpty() && !shape.enumeration().contains(text)) {
            broken.add(oneOf(shape.enumeration()));
        }
        if (length <= shape.lengthMax()) {
            shape.pattern()
                    .filter(pattern -> !pattern.matcher(text).matches())
                    .ifPresent(pattern -> broken.add(matching(pattern.pattern())));
        }
        return broken;
    }

    static List<String> length(int length, int min, int max) {
        if (length < min) {
            return List.of(atLeastLong(min));
        }
        return length > max ? List.of(atMostLong(max)) : List.of();
    }

    static List<String> range(long value, long min, long max) {
        if (value < min) {
            return List.of("Member must have value greater than or equal to " + min);
        }
        return value > max ? List.of("Member must have value less than or equal to " + max) : List.of();
    }

    private static String atLeastLong(int min) {
        return "Member must have length greater than or equal to " + min;
    }

    private static String atMostLong(int max) {
        return "Member must have length less than or equal to " + max;
    }

    private static String oneOf(List<String> values) {
        return "Member must satisfy enum value set: [" + String.join(", ", values) + "]";
    }

    private static String matching(String pattern) {
        return "Member must satisfy regular expression pattern: " + pattern;
    }
}
