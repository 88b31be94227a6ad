package io.attestore.policy.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A text of a policy that may have wildcards and policy variables, such as
 * {@code arn:aws:ssm:*:*:parameter/${aws:username}/*} or {@code ${aws:PrincipalTag/team, 'none'}}. Immutable.
 *
 * <p>A variable stands for its one value in the request, or for its default; what a value has in it is no wildcard. Where
 * it has neither, or several values, the text matches nothing. {@code ${*}}, {@code ${?}} and {@code ${$}} stand for the
 * characters themselves. Policies of the version 2008-10-17 have no variables.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM: variables</a>
 */
public final class Template {

    private static final String LITERALS = "*?$";

    private sealed interface Part {}

    /** Characters and wildcards. */
    private record Fixed(int[] tokens) implements Part {}

    /** A variable, its key in lower case. */
    private record Variable(String key, Optional<String> otherwise) implements Part {}

    private final String written;
    private final List<Part> parts;
    private final Optional<Wildcard> fixed;
    private final Optional<String> constant;

    private Template(String written, List<Part> parts) {
        this.written = written;
        this.parts = List.copyOf(parts);
        boolean variable = parts.stream().anyMatch(Variable.class::isInstance);
        int[] tokens = variable
                ? new int[0]
                : parts.stream()
                        .flatMapToInt(part -> IntStream.of(((Fixed) part).tokens()))
                        .toArray();
        this.fixed = variable ? Optional.empty() : Optional.of(new Wildcard(tokens));
        this.constant = variable ? Optional.empty() : Optional.of(text(tokens));
    }

    /** A text that has wildcards, but no variables. */
    public static Template withoutVariables(String text) {
        return new Template(
                text, List.of(new Fixed(text.chars().map(Wildcard::token).toArray())));
    }

    /** @throws IllegalArgumentException if a variable does not end, or has no name */
    public static Template withVariables(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        int variable = text.indexOf("${");
        while (variable >= 0) {
            int end = text.indexOf('}', variable);
            if (end < 0) {
                throw new IllegalArgumentException("A variable does not end");
            }
            parts.add(fixed(text.substring(at, variable)));
            parts.add(variable(text.substring(variable + 2, end)));
            at = end + 1;
            variable = text.indexOf("${", at);
        }
        parts.add(fixed(text.substring(at)));
        return new Template(text, parts);
    }

    private static Part fixed(String text) {
        return new Fixed(text.chars().map(Wildcard::token).toArray());
    }

    private static Part variable(String inside) {
        if (inside.length() == 1 && LITERALS.contains(inside)) {
            return new Fixed(inside.chars().toArray());
        }
        int comma = inside.indexOf(',');
        String key = (comma < 0 ? inside : inside.substring(0, comma)).trim();
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A variable has no name");
        }
        return new Variable(
                key.toLowerCase(Locale.ROOT),
                comma < 0 ? Optional.empty() : Optional.of(unquoted(inside.substring(comma + 1).trim())));
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("'") && text.endsWith("'");
        if (!quoted) {
            throw new IllegalArgumentException("A variable's default is not in single quotes");
        }
        return text.substring(1, text.length() - 1);
    }

    /** Whether it is {@code *} alone. */
    public boolean matchesAnything() {
        return fixed.isPresent() && fixed.get().matchesAnything();
    }

    /** Whether the text is what this stands for, wildcards included. */
    public boolean matches(String text, RequestValues values) {
        return fixed.isPresent()
                ? fixed.get().matches(text)
                : tokens(values).filter(tokens -> new Wildcard(tokens).matches(text)).isPresent();
    }

    /** What it stands for where wildcards have no meaning; empty where a variable has no value. */
    public Optional<String> value(RequestValues values) {
        return constant.isPresent() ? constant : tokens(values).map(Template::text);
    }

    /** The text, if it has no variables. */
    public Optional<String> constant() {
        return constant;
    }

    /** The keys of the variables, in lower case. */
    public List<String> keys() {
        return parts.stream()
                .filter(Variable.class::isInstance)
                .map(part -> ((Variable) part).key())
                .toList();
    }

    private Optional<int[]> tokens(RequestValues values) {
        IntStream.Builder tokens = IntStream.builder();
        for (Part part : parts) {
            switch (part) {
                case Fixed(int[] some) -> IntStream.of(some).forEach(tokens);
                case Variable variable -> {
                    Optional<String> value = value(variable, values);
                    if (value.isEmpty()) {
                        return Optional.empty();
                    }
                    value.get().chars().forEach(tokens);
                }
            }
        }
        return Optional.of(tokens.build().toArray());
    }

    private static Optional<String> value(Variable variable, RequestValues values) {
        Optional<List<String>> found = values.of(variable.key());
        return found.isEmpty()
                ? variable.otherwise()
                : found.filter(all -> all.size() == 1).map(List::getFirst);
    }

    /** The characters, wildcards as they are written. */
    private static String text(int[] tokens) {
        StringBuilder text = new StringBuilder(tokens.length);
        for (int token : tokens) {
            text.append(token == Wildcard.ANY ? '*' : token == Wildcard.ONE ? '?' : (char) token);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return written;
    }
}
