package io.attestore.policy.condition;

import io.attestore.policy.network.Network;
import io.attestore.policy.pattern.ArnTemplate;
import io.attestore.policy.pattern.Template;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition operators, each with the test that it makes of one value of a policy. An operator that negates another makes
 * the same test and turns its result round.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM:
 *     condition operators</a>
 */
enum Operator {
    STRING_EQUALS("StringEquals", false, Texts::equal),
    STRING_NOT_EQUALS("StringNotEquals", true, Texts::equal),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, Texts::equalIgnoringCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true, Texts::equalIgnoringCase),
    STRING_LIKE("StringLike", false, Texts::like),
    STRING_NOT_LIKE("StringNotLike", true, Texts::like),
    NUMERIC_EQUALS("NumericEquals", false, Orders.numbers(order -> order == 0)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, Orders.numbers(order -> order == 0)),
    NUMERIC_LESS_THAN("NumericLessThan", false, Orders.numbers(order -> order < 0)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, Orders.numbers(order -> order <= 0)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, Orders.numbers(order -> order > 0)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, Orders.numbers(order -> order >= 0)),
    DATE_EQUALS("DateEquals", false, Orders.dates(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", true, Orders.dates(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", false, Orders.dates(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, Orders.dates(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", false, Orders.dates(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, Orders.dates(order -> order >= 0)),
    BOOL("Bool", false, Texts::equalIgnoringCase),
    BINARY_EQUALS("BinaryEquals", false, Texts::equal),
    IP_ADDRESS("IpAddress", false, Addresses::in),
    NOT_IP_ADDRESS("NotIpAddress", true, Addresses::in),
    ARN_EQUALS("ArnEquals", false, Arns::like),
    ARN_NOT_EQUALS("ArnNotEquals", true, Arns::like),
    ARN_LIKE("ArnLike", false, Arns::like),
    ARN_NOT_LIKE("ArnNotLike", true, Arns::like),
    NULL("Null", false, Texts::flag);

    private static final Map<String, Operator> BY_NAME = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(
                    operator -> operator.wireName.toLowerCase(Locale.ROOT), Function.identity()));

    private final String wireName;
    private final boolean negated;
    private final TestMaker maker;

    Operator(String wireName, boolean negated, TestMaker maker) {
        this.wireName = wireName;
        this.negated = negated;
        this.maker = maker;
    }

    /** Makes the test of one value of a policy; refuses a value that is none for its operator. */
    @FunctionalInterface
    interface TestMaker {

        /** @throws IllegalArgumentException if the operator compares with no such value */
        ValueTest of(Template value, boolean variables);
    }

    static Optional<Operator> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean negated() {
        return negated;
    }

    ValueTest test(String value, boolean variables) {
        Template template = variables ? Template.withVariables(value) : Template.withoutVariables(value);
        return maker.of(template, variables);
    }

    /** Of networks. */
    private static final class Addresses {

        private static ValueTest in(Template value, boolean variables) {
            Network network = value.constant()
                    .map(Network::parseLenient)
                    .orElseThrow(() -> new IllegalArgumentException("A network has no variables"));
            return (text, values) -> network.contains(text);
        }
    }

    /** Of ARNs. */
    private static final class Arns {

        private static ValueTest like(Template value, boolean variables) {
            ArnTemplate arn = new ArnTemplate(value.toString(), variables);
            return arn::matches;
        }
    }
}
