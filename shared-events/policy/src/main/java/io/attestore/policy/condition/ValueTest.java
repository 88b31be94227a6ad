package io.attestore.policy.condition;

import io.attestore.policy.pattern.RequestValues;

/** Whether one value of a request is what one value of a policy asks for. Immutable. */
@FunctionalInterface
interface ValueTest {

    /** @param values of the request, for variables */
    boolean test(String value, RequestValues values);
}
