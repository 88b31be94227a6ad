package io.attestore.policy.condition;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Numeric operators: whole and decimal numbers, compared by their value. */
final class NumericComparisons {

    private static final int LENGTH_MAX = 40;

    private NumericComparisons() {}

    static ExpectedValue.Reader comparing(IntPredicate order) {
        return (text, variables) -> {
            BigDecimal expected = number(text).orElseThrow(() -> new IllegalArgumentException("Not a number"));
            return (actual, request) -> number(actual)
                    .map(number -> order.test(number.compareTo(expected)))
                    .orElse(false);
        };
    }

    /** Without an exponent, which could make a short text a number of any length. */
    private static Optional<BigDecimal> number(String text) {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isSign = i == 0 && (character == '-' || character == '+');
            if (!isSign && character != '.' && (character < '0' || character > '9')) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}
