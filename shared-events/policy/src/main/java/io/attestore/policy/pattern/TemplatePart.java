package io.attestore.policy.pattern;

import io.attestore.policy.request.RequestConditions;
import java.util.List;
import java.util.Optional;

/** A part of a {@link TextTemplate}. */
sealed interface TemplatePart {

    Optional<String> value(RequestConditions request);

    /** Characters that stand for themselves, and marks of wildcards. */
    record Literal(String text) implements TemplatePart {

        @Override
        public Optional<String> value(RequestConditions request) {
            return Optional.of(text);
        }
    }

    /**
     * A condition key of the request.
     *
     * @param name as it is spelt
     * @param key in lower case
     */
    record Variable(String name, String key, Optional<String> fallback) implements TemplatePart {

        @Override
        public Optional<String> value(RequestConditions request) {
            List<String> values = request.values(key);
            if (values.isEmpty()) {
                return fallback;
            }
            return values.size() == 1 && !Glob.hasMarks(values.getFirst())
                    ? Optional.of(values.getFirst())
                    : Optional.empty();
        }
    }
}
