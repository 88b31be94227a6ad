package io.attestore.policy.condition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * AWS's condition operators, without their prefixes and suffix.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     IAM: Condition operators</a>
 */
enum ConditionOperator {
    STRING_EQUALS("StringEquals", false, StringComparisons::equal),
    STRING_NOT_EQUALS("StringNotEquals", true, StringComparisons::equal),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, StringComparisons::equalIgnoringCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, StringComparisons::equalIgnoringCase),
    STRING_LIKE("StringLike", false, StringComparisons::like),
    STRING_NOT_LIKE("StringNotLike", true, StringComparisons::like),
    NUMERIC_EQUALS("NumericEquals", false, NumericComparisons.comparing(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, NumericComparisons.comparing(order -> order == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", false, NumericComparisons.comparing(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, NumericComparisons.comparing(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, NumericComparisons.comparing(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, NumericComparisons.comparing(order -> order >= 0)),
    DATE_EQUALS("DateEquals", false, DateComparisons.comparing(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", true, DateComparisons.comparing(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", false, DateComparisons.comparing(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, DateComparisons.comparing(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", false, DateComparisons.comparing(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, DateComparisons.comparing(order -> order >= 0)),
    BOOL("Bool", false, BoolComparison::read),
    BINARY_EQUALS("BinaryEquals", false, BinaryComparison::read),
    IP_ADDRESS("IpAddress", false, IpComparison::read),
    NOT_IP_ADDRESS("NotIpAddress", true, IpComparison::read),
    ARN_EQUALS("ArnEquals", false, ArnComparisons::like),
    ARN_NOT_EQUALS("ArnNotEquals", true, ArnComparisons::like),
    ARN_LIKE("ArnLike", false, ArnComparisons::like),
    ARN_NOT_LIKE("ArnNotLike", true, ArnComparisons::like),
    /** Whether the request has no such key. */
    NULL("Null", false, BoolComparison::read);

    private static final Map<String, ConditionOperator> BY_NAME = new HashMap<>();

    static {
        for (ConditionOperator operator : values()) {
            BY_NAME.put(operator.wireName, operator);
        }
    }

    private final String wireName;
    private final boolean isNegated;
    /** A function without state, which the compiler cannot know. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ExpectedValue.Reader reader;

    ConditionOperator(String wireName, boolean isNegated, ExpectedValue.Reader reader) {
        this.wireName = wireName;
        this.isNegated = isNegated;
        this.reader = reader;
    }

    static Optional<ConditionOperator> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /** Whether it holds where the operator without Not does not. */
    boolean isNegated() {
        return isNegated;
    }

    /** @throws IllegalArgumentException where the text is no value for the operator */
    ExpectedValue read(String text, boolean variables) {
        return reader.read(text, variables);
    }
}
