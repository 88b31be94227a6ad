package io.attestore.policy.condition;

import io.attestore.policy.request.RequestConditions;
import java.util.function.Consumer;

/** One value of a condition, compiled: what the request's value is held against. */
interface ExpectedValue {

    /** Whether the request's value is as expected; never where a variable in the expected value has no value. */
    boolean matches(String actual, RequestConditions request);

    /** Whether every variable in it has a value in the request. */
    default boolean isResolved(RequestConditions request) {
        return true;
    }

    /** Tells each key that a variable in it names. */
    default void eachKey(Consumer<String> consumer) {}

    /** How a family of operators reads a value in a policy. */
    @FunctionalInterface
    interface Reader {

        /**
         * Reads a value.
         *
         * @throws IllegalArgumentException where the text is no value for the operator
         */
        ExpectedValue read(String text, boolean variables);
    }
}
