package io.attestore.policy.condition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Date operators: W3C's profile of ISO 8601, from a year alone to fractions of a second, or seconds since 1970.
 *
 * @see <a href="https://www.w3.org/TR/NOTE-datetime">W3C: Date and Time Formats</a>
 */
final class DateComparisons {

    private static final int LENGTH_MAX = 40;
    private static final int EPOCH_DIGITS_MAX = 11;

    /** Each part is of bounded length, so that the expression is matched in one pass. */
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
            + "(?:[Tt](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?([Zz]|[+-]\\d{2}:?\\d{2})?)?)?)?");

    private static final Pattern EPOCH = Pattern.compile("\\d{5," + EPOCH_DIGITS_MAX + "}|\\d{1,3}");

    private DateComparisons() {}

    static ExpectedValue.Reader comparing(IntPredicate order) {
        return (text, variables) -> {
            Instant expected = instant(text).orElseThrow(() -> new IllegalArgumentException("Not a date"));
            return (actual, request) -> instant(actual)
                    .map(instant -> order.test(instant.compareTo(expected)))
                    .orElse(false);
        };
    }

    private static Optional<Instant> instant(String text) {
        if (text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        if (EPOCH.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        Matcher date = DATE.matcher(text);
        try {
            return date.matches() ? Optional.of(instant(date)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Instant instant(Matcher date) {
        LocalDate day = LocalDate.of(part(date, 1, 1), part(date, 2, 1), part(date, 3, 1));
        LocalTime time = LocalTime.of(part(date, 4, 0), part(date, 5, 0), part(date, 6, 0), nanos(date.group(7)));
        return LocalDateTime.of(day, time).toInstant(offset(date.group(8)));
    }

    private static int part(Matcher date, int group, int otherwise) {
        return date.group(group) == null ? otherwise : Integer.parseInt(date.group(group));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static ZoneOffset offset(@Nullable String zone) {
        return zone == null || zone.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }
}
