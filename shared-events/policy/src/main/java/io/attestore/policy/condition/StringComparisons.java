package io.attestore.policy.condition;

import io.attestore.policy.pattern.TextPattern;
import io.attestore.policy.pattern.TextTemplate;
import io.attestore.policy.request.RequestConditions;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** StringEquals, StringEqualsIgnoreCase and StringLike, of which only the last has wildcards. */
final class StringComparisons {

    private StringComparisons() {}

    static ExpectedValue equal(String text, boolean variables) {
        return new Exact(TextTemplate.literal(text, variables), String::equals);
    }

    static ExpectedValue equalIgnoringCase(String text, boolean variables) {
        return new Exact(TextTemplate.literal(text, variables), String::equalsIgnoreCase);
    }

    static ExpectedValue like(String text, boolean variables) {
        return new Like(TextPattern.parse(text, variables));
    }

    private record Exact(TextTemplate expected, BiPredicate<String, String> comparison) implements ExpectedValue {

        @Override
        public boolean matches(String actual, RequestConditions request) {
            return expected.resolve(request)
                    .map(text -> comparison.test(text, actual))
                    .orElse(false);
        }

        @Override
        public boolean isResolved(RequestConditions request) {
            return expected.resolve(request).isPresent();
        }

        @Override
        public void eachKey(Consumer<String> consumer) {
            expected.eachKey(consumer);
        }
    }

    private record Like(TextPattern expected) implements ExpectedValue {

        @Override
        public boolean matches(String actual, RequestConditions request) {
            return expected.matches(actual, request);
        }

        @Override
        public boolean isResolved(RequestConditions request) {
            return expected.isResolved(request);
        }

        @Override
        public void eachKey(Consumer<String> consumer) {
            expected.eachKey(consumer);
        }
    }
}
