package io.attestore.policy.document;

import io.attestore.policy.pattern.TextPattern;
import io.attestore.policy.request.RequestConditions;
import java.util.List;
import java.util.function.Consumer;

/** A statement's Resource or NotResource. A statement of a trust policy has none: it is about its role. */
final class Resources {

    private static final int COLONS = 5;

    private final boolean isNegated;
    private final TextPattern[] patterns;

    private Resources(boolean isNegated, TextPattern[] patterns) {
        this.isNegated = isNegated;
        this.patterns = patterns;
    }

    /** @throws IllegalArgumentException where a variable is not closed or names no key */
    static Resources of(List<String> texts, boolean isNegated, boolean variables) {
        return new Resources(
                isNegated,
                texts.stream()
                        .map(text -> TextPattern.parse(completed(text), variables))
                        .toArray(TextPattern[]::new));
    }

    static Resources every() {
        return of(List.of("*"), false, false);
    }

    /** Parts that an ARN lacks at its end are stars, unless a star is in it that runs over colons already. */
    private static String completed(String text) {
        if (!text.startsWith("arn:") || text.indexOf('*') >= 0) {
            return text;
        }
        long colons = text.chars().filter(each -> each == ':').count();
        return colons >= COLONS ? text : text + ":*".repeat((int) (COLONS - colons));
    }

    boolean match(String resource, RequestConditions request) {
        for (TextPattern pattern : patterns) {
            if (isNegated && !pattern.isResolved(request)) {
                return false;
            }
            if (pattern.matches(resource, request)) {
                return !isNegated;
            }
        }
        return isNegated;
    }

    void eachKey(Consumer<String> consumer) {
        for (TextPattern pattern : patterns) {
            pattern.eachKey(consumer);
        }
    }
}
