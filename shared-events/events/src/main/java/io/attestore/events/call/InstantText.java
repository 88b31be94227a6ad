package io.attestore.events.call;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as {@link Instant#toString} writes them, of the years 0 to 9999, to and from text digit by digit: every read
 * of a secret has its time written once and read once, and a formatter that can do everything takes longer over it than
 * over all the rest of a call's metadata. What is not of this form is left to the formatter.
 *
 * <pre>
 * 2026-11-22T12:00:00Z   2026-11-22T12:00:00.123Z   2026-11-22T12:00:00.123456Z   2026-11-22T12:00:00.123456789Z
 * </pre>
 */
final class InstantText {

    private static final String SECONDS_FORM = "0000-00-00T00:00:00";
    private static final int FRACTION_DIGITS_MAX = 9;
    /** Where the fraction's digits begin, after the point. */
    private static final int FRACTION_AT = SECONDS_FORM.length() + 1;

    private static final int SECONDS_PER_DAY = 86_400;
    private static final long YEAR_0 = LocalDate.of(0, 1, 1).toEpochDay() * SECONDS_PER_DAY;
    private static final long YEAR_10000 = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_PER_DAY;

    private InstantText() {}

    static String write(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < YEAR_0 || seconds >= YEAR_10000) {
            return instant.toString();
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        int second = (int) Math.floorMod(seconds, (long) SECONDS_PER_DAY);
        StringBuilder text = new StringBuilder(SECONDS_FORM.length() + 1 + FRACTION_DIGITS_MAX + 1);
        digits(text, date.getYear(), 4).append('-');
        digits(text, date.getMonthValue(), 2).append('-');
        digits(text, date.getDayOfMonth(), 2).append('T');
        digits(text, second / 3600, 2).append(':');
        digits(text, second / 60 % 60, 2).append(':');
        digits(text, second % 60, 2);
        fraction(text, instant.getNano());
        return text.append('Z').toString();
    }

    /** @throws java.time.format.DateTimeParseException if it is no instant */
    static Instant read(String text) {
        if (!isOfForm(text)) {
            return Instant.parse(text);
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        LocalDate date;
        try {
            date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        } catch (DateTimeException noSuchDay) {
            return Instant.parse(text);
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long seconds = date.toEpochDay() * SECONDS_PER_DAY + hour * 3600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos(text));
    }

    /** None, or as many groups of three digits as it takes. */
    private static void fraction(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        text.append('.');
        if (nanos % 1_000_000 == 0) {
            digits(text, nanos / 1_000_000, 3);
        } else if (nanos % 1_000 == 0) {
            digits(text, nanos / 1_000, 6);
        } else {
            digits(text, nanos, 9);
        }
    }

    private static StringBuilder digits(StringBuilder text, int number, int count) {
        int divisor = 1;
        for (int digit = 1; digit < count; digit++) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            text.append((char) ('0' + number / divisor % 10));
        }
        return text;
    }

    private static boolean isOfForm(String text) {
        int end = text.length() - 1;
        int fractionDigits = end - FRACTION_AT;
        boolean whole = end == SECONDS_FORM.length();
        if (!whole
                && (fractionDigits < 1
                        || fractionDigits > FRACTION_DIGITS_MAX
                        || text.charAt(FRACTION_AT - 1) != '.')) {
            return false;
        }
        for (int i = 0; i < SECONDS_FORM.length(); i++) {
            char expected = SECONDS_FORM.charAt(i);
            boolean fits = expected == '0' ? isDigit(text.charAt(i)) : text.charAt(i) == expected;
            if (!fits) {
                return false;
            }
        }
        for (int i = FRACTION_AT; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.charAt(end) == 'Z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static int nanos(String text) {
        int digits = Math.max(0, text.length() - 1 - FRACTION_AT);
        int nanos = number(text, FRACTION_AT, FRACTION_AT + digits);
        for (int missing = digits; missing < FRACTION_DIGITS_MAX; missing++) {
            nanos *= 10;
        }
        return nanos;
    }
}
