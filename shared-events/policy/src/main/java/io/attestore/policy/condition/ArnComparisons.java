package io.attestore.policy.condition;

import io.attestore.policy.pattern.ArnPattern;
import io.attestore.policy.request.RequestConditions;
import java.util.function.Consumer;

/** ArnEquals and ArnLike, which do the same: each part of the ARN by itself, with wildcards. */
final class ArnComparisons {

    private ArnComparisons() {}

    static ExpectedValue like(String text, boolean variables) {
        return new Like(ArnPattern.parse(text, variables));
    }

    private record Like(ArnPattern expected) implements ExpectedValue {

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
