package io.attestore.policy.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes a text apart into literals and variables. */
final class TemplateReader {

    private static final String OPENING = "${";

    private TemplateReader() {}

    static List<TemplatePart> parts(String text, boolean variables, boolean wildcards) {
        List<TemplatePart> parts = new ArrayList<>();
        int from = 0;
        int open = variables ? text.indexOf(OPENING) : -1;
        while (open >= 0) {
            int close = closing(text, open + OPENING.length());
            addLiteral(parts, text.substring(from, open), wildcards);
            parts.add(variable(text.substring(open + OPENING.length(), close)));
            from = close + 1;
            open = text.indexOf(OPENING, from);
        }
        addLiteral(parts, text.substring(from), wildcards);
        return parts;
    }

    private static void addLiteral(List<TemplatePart> parts, String text, boolean wildcards) {
        if (!text.isEmpty()) {
            parts.add(new TemplatePart.Literal(wildcards ? Glob.mark(text) : text));
        }
    }

    /** The brace that closes a variable: a default in quotation marks may have braces of its own. */
    private static int closing(String text, int from) {
        boolean quoted = false;
        for (int index = from; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '\'') {
                quoted = !quoted;
            } else if (character == '}' && !quoted) {
                return index;
            }
        }
        throw new IllegalArgumentException("A variable that is not closed");
    }

    private static TemplatePart variable(String inner) {
        if (inner.equals("*") || inner.equals("?") || inner.equals("$")) {
            return new TemplatePart.Literal(inner);
        }
        int comma = inner.indexOf(',');
        String name = (comma < 0 ? inner : inner.substring(0, comma)).strip();
        if (name.isEmpty() || name.indexOf('$') >= 0 || name.indexOf('{') >= 0 || name.indexOf('\'') >= 0) {
            throw new IllegalArgumentException("A variable that names no key");
        }
        Optional<String> fallback = comma < 0
                ? Optional.empty()
                : Optional.of(unquoted(inner.substring(comma + 1).strip()));
        return new TemplatePart.Variable(name, name.toLowerCase(Locale.ROOT), fallback);
    }

    private static String unquoted(String text) {
        if (text.length() < 2 || !text.startsWith("'") || !text.endsWith("'")) {
            throw new IllegalArgumentException("A default stands in quotation marks");
        }
        return text.substring(1, text.length() - 1);
    }
}
