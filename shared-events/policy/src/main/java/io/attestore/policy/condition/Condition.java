package io.attestore.policy.condition;

import io.attestore.policy.request.RequestConditions;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One key of a statement's Condition with its operator and values. Of several values one must match or, where the operator
 * is negated, none may. Immutable.
 *
 * <p>Where the request has no such key, the operator does not hold, a negated one holds, and one with IfExists or
 * ForAllValues holds. A variable without a value makes its text match nothing; where matching nothing would let the
 * condition hold (a negated operator, ForAllValues), it does not hold.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">
 *     IAM: Conditions with multiple context keys or values</a>
 */
public final class Condition {

    private static final String IF_EXISTS = "IfExists";

    private final ConditionOperator operator;
    private final Quantifier quantifier;
    private final boolean ifExists;
    private final String name;
    private final String key;
    private final ExpectedValue[] expected;

    private Condition(
            ConditionOperator operator,
            Quantifier quantifier,
            boolean ifExists,
            String name,
            ExpectedValue[] expected) {
        this.operator = operator;
        this.quantifier = quantifier;
        this.ifExists = ifExists;
        this.name = name;
        this.key = name.toLowerCase(Locale.ROOT).intern();
        this.expected = expected;
    }

    /**
     * Compiles a condition.
     *
     * @param operatorName as in a policy, with prefix and suffix
     * @param variables whether the policy's version knows variables
     * @throws IllegalArgumentException where there is no such operator, or a value is none for it
     */
    public static Condition of(String operatorName, String key, List<String> values, boolean variables) {
        Quantifier quantifier = Quantifier.of(operatorName);
        String base = quantifier.without(operatorName);
        boolean ifExists = base.endsWith(IF_EXISTS);
        ConditionOperator operator = ConditionOperator.named(
                        ifExists ? base.substring(0, base.length() - IF_EXISTS.length()) : base)
                .orElseThrow(() -> new IllegalArgumentException("No such operator"));
        if (operator == ConditionOperator.NULL && (ifExists || quantifier != Quantifier.NONE)) {
            throw new IllegalArgumentException("Null has neither prefix nor suffix");
        }
        return new Condition(
                operator,
                quantifier,
                ifExists,
                key,
                values.stream().map(value -> operator.read(value, variables)).toArray(ExpectedValue[]::new));
    }

    /** Whether there is such an operator, with its prefix and suffix. */
    public static boolean isOperator(String operatorName) {
        try {
            of(operatorName, "", List.of(), false);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    public boolean holds(RequestConditions request) {
        List<String> actual = request.values(key);
        if (operator == ConditionOperator.NULL) {
            return isExpected(actual.isEmpty() ? "true" : "false", request);
        }
        boolean wantsNoMatch = operator.isNegated() || quantifier == Quantifier.FOR_ALL_VALUES;
        if (wantsNoMatch && !isResolved(request)) {
            return false;
        }
        if (actual.isEmpty()) {
            return holdsWithoutKey();
        }
        return switch (quantifier) {
            case NONE -> isAnyExpected(actual, request) != operator.isNegated();
            case FOR_ANY_VALUE -> holdsForAny(actual, request);
            case FOR_ALL_VALUES -> holdsForAll(actual, request);
        };
    }

    private boolean holdsWithoutKey() {
        return ifExists
                || switch (quantifier) {
                    case NONE -> operator.isNegated();
                    case FOR_ALL_VALUES -> true;
                    case FOR_ANY_VALUE -> false;
                };
    }

    private boolean isAnyExpected(List<String> actual, RequestConditions request) {
        for (int i = 0; i < actual.size(); i++) {
            if (isExpected(actual.get(i), request)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsForAny(List<String> actual, RequestConditions request) {
        for (int i = 0; i < actual.size(); i++) {
            if (isExpected(actual.get(i), request) != operator.isNegated()) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsForAll(List<String> actual, RequestConditions request) {
        for (int i = 0; i < actual.size(); i++) {
            if (isExpected(actual.get(i), request) == operator.isNegated()) {
                return false;
            }
        }
        return true;
    }

    private boolean isExpected(String actual, RequestConditions request) {
        for (ExpectedValue value : expected) {
            if (value.matches(actual, request)) {
                return true;
            }
        }
        return false;
    }

    private boolean isResolved(RequestConditions request) {
        for (ExpectedValue value : expected) {
            if (!value.isResolved(request)) {
                return false;
            }
        }
        return true;
    }

    /** Tells each key that the condition looks at, as it is spelt: its own, then those of variables. */
    public void eachKey(Consumer<String> consumer) {
        consumer.accept(name);
        for (ExpectedValue value : expected) {
            value.eachKey(consumer);
        }
    }
}
