package io.attestore.policy.condition;

/** Bool: {@code true} or {@code false}, in any case. */
final class BoolComparison {

    private BoolComparison() {}

    static ExpectedValue read(String text, boolean variables) {
        if (!isTruthValue(text)) {
            throw new IllegalArgumentException("Neither true nor false");
        }
        return (actual, request) -> text.equalsIgnoreCase(actual);
    }

    static boolean isTruthValue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
