package io.attestore.policy.pattern;

import io.attestore.policy.request.RequestConditions;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text with wildcards and variables, matched as one string: a wildcard runs over colons and slashes alike. Where no
 * variable stands in it, it is compiled once.
 */
public final class TextPattern {

    private final TextTemplate template;
    private final Optional<Glob> compiled;

    private TextPattern(TextTemplate template) {
        this.template = template;
        this.compiled =
                template.isFixed() ? template.resolve(RequestConditions.NONE).map(Glob::ofMarked) : Optional.empty();
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException where a variable is not closed or names no key
     */
    public static TextPattern parse(String text, boolean variables) {
        return new TextPattern(TextTemplate.parse(text, variables, true));
    }

    /** Whether the text matches; never where a variable has no value. */
    public boolean matches(String text, RequestConditions request) {
        if (compiled.isPresent()) {
            return compiled.get().matches(text);
        }
        return template.resolve(request)
                .map(marked -> Glob.ofMarked(marked).matches(text))
                .orElse(false);
    }

    public boolean isResolved(RequestConditions request) {
        return compiled.isPresent() || template.resolve(request).isPresent();
    }

    public boolean isFixed() {
        return compiled.isPresent();
    }

    public void eachKey(Consumer<String> consumer) {
        template.eachKey(consumer);
    }
}
