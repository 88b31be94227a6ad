package io.attestore.policy.condition;

import io.attestore.policy.pattern.Template;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Tests of numbers and dates. A value of a request that is none is never what is asked for. */
final class Orders {

    private static final int LENGTH_MAX = 64;

    private Orders() {}

    /** @param wanted of the order of the request's value and the policy's */
    static Operator.TestMaker numbers(IntPredicate wanted) {
        return (expected, variables) -> test(expected, wanted, Orders::number);
    }

    /** Dates by ISO 8601, as AWS writes them in policies, or in seconds since 1970. */
    static Operator.TestMaker dates(IntPredicate wanted) {
        return (expected, variables) -> test(expected, wanted, Orders::date);
    }

    private static <T extends Comparable<T>> ValueTest test(
            Template expected, IntPredicate wanted, Function<String, Optional<T>> reading) {
        if (expected.constant().isPresent()) {
            T bound = reading.apply(expected.constant().get())
                    .orElseThrow(() -> new IllegalArgumentException("Not a value for its operator"));
            return (value, values) -> reading.apply(value)
                    .filter(read -> wanted.test(read.compareTo(bound)))
                    .isPresent();
        }
        return (value, values) -> reading.apply(value)
                .flatMap(read -> expected.value(values)
                        .flatMap(reading)
                        .filter(bound -> wanted.test(read.compareTo(bound))))
                .isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        if (text.length() > LENGTH_MAX || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text.trim()));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.chars().allMatch(Character::isDigit) && text.length() > 4
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : text.indexOf('T') < 0
                                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                                    : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                                            .toInstant());
        } catch (DateTimeException | NumberFormatException none) {
            return Optional.empty();
        }
    }
}
