package io.attestore.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.policy.Asking;
import io.attestore.policy.request.RequestConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators by a table: operator, values of the policy, values of the request (each parted by |), and whether it holds. */
class ConditionTest {

    @ParameterizedTest
    @CsvSource({
        "StringEquals, a|b, b, true",
        "StringEquals, a|b, B, false",
        "StringEquals, a*, ab, false",
        "StringNotEquals, a|b, b, false",
        "StringNotEquals, a|b, c, true",
        "StringEqualsIgnoreCase, ab, AB, true",
        "StringNotEqualsIgnoreCase, ab, AB, false",
        "StringLike, a*c, abbc, true",
        "StringLike, a?c, abbc, false",
        "StringNotLike, a*, abc, false",
        "StringNotLike, a*, bc, true",
        "NumericEquals, 10, 10.0, true",
        "NumericNotEquals, 10, 10.0, false",
        "NumericLessThan, 10, 9.99, true",
        "NumericLessThan, 10, 10, false",
        "NumericLessThanEquals, 10, 10, true",
        "NumericGreaterThan, 10, 10, false",
        "NumericGreaterThan, -1, 0, true",
        "NumericGreaterThanEquals, 10, 10, true",
        "NumericEquals, 10, ten, false",
        "NumericEquals, 10, 1e1, false",
        "DateEquals, 2026-01-01, 2026-01-01T00:00:00Z, true",
        "DateEquals, 1767225600, 2026-01-01T00:00Z, true",
        "DateNotEquals, 2026, 2026-01-01T00:00:00Z, false",
        "DateLessThan, 2026-01-01T00:00:00Z, 2025-12-31T23:59:59.999Z, true",
        "DateLessThan, 2026-01-01T00:00:00+02:00, 2025-12-31T22:00:00Z, false",
        "DateLessThanEquals, 2026-01-01T00:00:00+02:00, 2025-12-31T22:00:00Z, true",
        "DateGreaterThan, 2026-02, 2026-01-31T23:59:59Z, false",
        "DateGreaterThanEquals, 2026-02, 2026-02-01, true",
        "DateGreaterThan, 2026-02, 2026-02-30, false",
        "Bool, true, TRUE, true",
        "Bool, false, true, false",
        "BinaryEquals, AQID, AQID, true",
        "BinaryEquals, AQID, AQIE, false",
        "BinaryEquals, AQID, *, false",
        "IpAddress, 203.0.113.0/24, 203.0.113.255, true",
        "IpAddress, 203.0.113.0/24, 203.0.114.0, false",
        "IpAddress, 203.0.113.0/25, 203.0.113.128, false",
        "IpAddress, 203.0.113.7, 203.0.113.7, true",
        "IpAddress, 0.0.0.0/0, 198.51.100.1, true",
        "IpAddress, 0.0.0.0/0, 2001:db8::1, false",
        "IpAddress, 2001:DB8:1234:5678::/64, 2001:db8:1234:5678:1::1, true",
        "IpAddress, 2001:DB8:1234:5678::/64, 2001:db8:1234:5679::1, false",
        "IpAddress, 203.0.113.0/24, ::ffff:203.0.113.9, true",
        "IpAddress, 203.0.113.0/24, localhost, false",
        "NotIpAddress, 203.0.113.0/24|198.51.100.0/24, 198.51.100.9, false",
        "NotIpAddress, 203.0.113.0/24|198.51.100.0/24, 192.0.2.1, true",
        "ArnEquals, arn:aws:sns:*:123456789012:t?, arn:aws:sns:eu-west-1:123456789012:t1, true",
        "ArnLike, arn:aws:sns:*:*:t1, arn:aws:sns:eu-west-1:t1, false",
        "ArnLike, arn:aws:sns:*:*:t*, arn:aws:sns:eu-west-1:123456789012:t1:sub, true",
        "ArnLike, *, arn:aws:sns:eu-west-1:123456789012:t1, true",
        "ArnNotEquals, arn:aws:iam::*:role/a, arn:aws:iam::123456789012:role/a, false",
        "ArnNotLike, arn:aws:iam::*:role/a, arn:aws:iam::123456789012:role/b, true",
        "ForAllValues:StringEquals, a|b, a|b, true",
        "ForAllValues:StringEquals, a|b, a|c, false",
        "ForAnyValue:StringEquals, a|b, c|b, true",
        "ForAnyValue:StringEquals, a|b, c|d, false",
        "ForAllValues:StringNotEquals, a|b, c|d, true",
        "ForAllValues:StringNotEquals, a|b, c|a, false",
        "ForAnyValue:StringNotEquals, a|b, a|c, true",
        "ForAnyValue:StringNotLike, a*|b*, a1|b2, false",
        "StringEqualsIfExists, a, b, false",
        "Null, false, a, true",
        "Null, true, a, false"
    })
    void holdsAsDocumented(String operator, String expected, String actual, boolean holds) {
        assertThat(condition(operator, List.of(expected.split("\\|"))).holds(with(List.of(actual.split("\\|")))))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "StringEquals, a, false",
        "StringNotEquals, a, true",
        "StringNotLike, a, true",
        "NotIpAddress, 203.0.113.0/24, true",
        "Bool, false, false",
        "StringEqualsIfExists, a, true",
        "StringNotEqualsIfExists, a, true",
        "ForAllValues:StringEquals, a, true",
        "ForAnyValue:StringEquals, a, false",
        "ForAnyValue:StringNotEquals, a, false",
        "ForAnyValue:StringEqualsIfExists, a, true",
        "Null, true, true",
        "Null, false, false"
    })
    void holdsAsDocumentedWhereTheRequestHasNoSuchKey(String operator, String expected, boolean holds) {
        assertThat(condition(operator, List.of(expected)).holds(RequestConditions.NONE))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StringEqual",
                "stringequals",
                "ForAllValues:",
                "ForSomeValues:StringEquals",
                "IfExists",
                "StringEqualsIfexists",
                "NullIfExists",
                "ForAnyValue:Null",
                "BinaryNotEquals",
                ""
            })
    void anOperatorThatIsNotOneIsRefused(String operator) {
        assertThat(Condition.isOperator(operator)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NumericEquals, ten",
        "NumericEquals, 1e9999999",
        "DateEquals, yesterday",
        "DateEquals, 2026-13-01",
        "Bool, yes",
        "BinaryEquals, =",
        "IpAddress, 203.0.113.0/33",
        "IpAddress, 203.0.113",
        "IpAddress, ::1::2",
        "IpAddress, localhost",
        "ArnEquals, arn:aws:iam",
        "StringEquals, ${aws:username",
        "StringLike, ${}"
    })
    void aValueThatIsNoneForItsOperatorIsRefused(String operator, String value) {
        assertThatThrownBy(() -> condition(operator, List.of(value))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVariableStandsForItsValueLetterByLetter() {
        RequestConditions request =
                Asking.context(Map.of("aws:x", List.of("home/al*ce"), "aws:username", List.of("al*ce")));
        assertThat(condition("StringLike", List.of("home/${aws:UserName}")).holds(request))
                .isTrue();
        RequestConditions other =
                Asking.context(Map.of("aws:x", List.of("home/alice"), "aws:username", List.of("al*ce")));
        assertThat(condition("StringLike", List.of("home/${aws:username}")).holds(other))
                .isFalse();
    }

    @Test
    void aVariableWithoutAValueMakesNothingHold() {
        RequestConditions request = Asking.context(Map.of("aws:x", List.of("a")));
        assertThat(condition("StringEquals", List.of("${aws:username}")).holds(request))
                .isFalse();
        assertThat(condition("StringNotEquals", List.of("${aws:username}")).holds(request))
                .isFalse();
        assertThat(condition("ForAllValues:StringEquals", List.of("${aws:username}", "a"))
                        .holds(request))
                .isFalse();
        assertThat(condition("StringNotEquals", List.of("${aws:username}")).holds(RequestConditions.NONE))
                .isFalse();
        assertThat(condition("StringEquals", List.of("${aws:username, 'a'}")).holds(request))
                .isTrue();
    }

    @Test
    void inTheOlderVersionAVariableIsLiteral() {
        RequestConditions request = Asking.context(Map.of("aws:x", List.of("${aws:username}")));
        assertThat(Condition.of("StringEquals", "aws:x", List.of("${aws:username}"), false)
                        .holds(request))
                .isTrue();
    }

    @Test
    void keysAreComparedWithoutRegardToCaseAndToldAsSpelt() {
        List<String> keys = new ArrayList<>();
        Condition.of("StringEquals", "AWS:X", List.of("${aws:PrincipalTag/Team}"), true)
                .eachKey(keys::add);
        assertThat(keys).containsExactly("AWS:X", "aws:PrincipalTag/Team");
        assertThat(Condition.of("StringEquals", "AWS:X", List.of("a"), true).holds(with(List.of("a"))))
                .isTrue();
    }

    private static Condition condition(String operator, List<String> values) {
        return Condition.of(operator, "aws:x", values, true);
    }

    private static RequestConditions with(List<String> values) {
        return Asking.context(Map.of("aws:x", values));
    }
}
