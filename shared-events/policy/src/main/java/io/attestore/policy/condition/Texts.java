package io.attestore.policy.condition;

import io.attestore.policy.pattern.Template;

/** Tests of texts. */
final class Texts {

    private Texts() {}

    static ValueTest equal(Template expected, boolean variables) {
        return (value, values) -> expected.value(values).filter(value::equals).isPresent();
    }

    static ValueTest equalIgnoringCase(Template expected, boolean variables) {
        return (value, values) ->
                expected.value(values).filter(value::equalsIgnoreCase).isPresent();
    }

    static ValueTest like(Template expected, boolean variables) {
        return expected::matches;
    }

    /** {@code true} or {@code false}. */
    static ValueTest flag(Template expected, boolean variables) {
        String flag = expected.constant().orElse("");
        if (!flag.equalsIgnoreCase("true") && !flag.equalsIgnoreCase("false")) {
            throw new IllegalArgumentException("Neither true nor false");
        }
        return equalIgnoringCase(expected, variables);
    }
}
