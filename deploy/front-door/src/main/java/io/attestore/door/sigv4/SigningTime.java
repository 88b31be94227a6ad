package io.attestore.door.sigv4;

import io.attestore.door.http.HttpRequest;
import io.attestore.events.id.CharacterSet;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * When a request says it was signed, and whether that is now. The clocks may differ by a service's clock skew, edges
 * included: with one of five minutes a request is accepted from five minutes before the time that it is dated until five
 * minutes after it. So one that is dated as far ahead as is accepted lives for ten minutes from then on, and one that is
 * dated now for five.
 *
 * @param basicFormat the time in ISO 8601 basic format, as it stands in the string to sign
 * @param header the header that says so, in lower case; empty if it is the query string of a presigned request
 */
record SigningTime(Instant at, String basicFormat, Optional<String> header) {

    private static final String AMZ_DATE = "x-amz-date";
    private static final String DATE = "date";
    private static final int DAY_LENGTH = "yyyyMMdd".length();
    private static final int USUAL_LENGTH = "yyyyMMddTHHmmssZ".length();
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** From X-Amz-Date in ISO 8601 basic format, or else from Date in that format or RFC 1123's. */
    static SigningTime of(HttpRequest request) {
        Optional<String> amzDate = request.header(AMZ_DATE);
        if (amzDate.isPresent()) {
            return basic(amzDate.get().strip(), Optional.of(AMZ_DATE));
        }
        String date = request.header(DATE)
                .orElseThrow(() -> RejectedException.incomplete(
                        "Authorization header requires existence of either a" + " 'X-Amz-Date' or a 'Date' header."));
        return date.endsWith("GMT") ? rfc1123(date) : basic(date.strip(), Optional.of(DATE));
    }

    /** From the X-Amz-Date of a presigned request, in ISO 8601 basic format. */
    static SigningTime presigned(String date) {
        return basic(date.strip(), Optional.empty());
    }

    /** @throws RejectedException if the time is not the scope's day or too far from now */
    void requireFresh(CredentialScope scope, Instant now, Duration skewMax) {
        String day = basicFormat.substring(0, DAY_LENGTH);
        if (!day.equals(scope.date())) {
            throw RejectedException.otherScope(
                    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of" + " date from HTTP: '"
                            + scope.date() + "' != '" + day + "', from '" + basicFormat + "'.");
        }
        Instant earliest = now.minus(skewMax);
        if (at.isBefore(earliest)) {
            throw RejectedException.notCurrent("Signature expired: " + basicFormat + " is now earlier than "
                    + format(earliest) + " (" + format(now) + " - " + skewMax.toMinutes() + " min.)");
        }
        Instant latest = now.plus(skewMax);
        if (at.isAfter(latest)) {
            throw RejectedException.notCurrent("Signature not yet current: " + basicFormat + " is still later than "
                    + format(latest) + " (" + format(now) + " + " + skewMax.toMinutes() + " min.)");
        }
    }

    private static SigningTime basic(String text, Optional<String> header) {
        try {
            if (hasUsualForm(text)) {
                return new SigningTime(usual(text).toInstant(ZoneOffset.UTC), text, header);
            }
            Instant at = LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC);
            return new SigningTime(at, format(at), header);
        } catch (DateTimeException malformed) {
            throw RejectedException.incomplete(
                    "Date must be in ISO-8601 'basic format'." + " See http://en.wikipedia.org/wiki/ISO_8601");
        }
    }

    /** Whether it is {@code yyyyMMdd'T'HHmmss'Z'} with a year of four digits: that of every client, read at once. */
    private static boolean hasUsualForm(String text) {
        return text.length() == USUAL_LENGTH
                && CharacterSet.DIGITS.hasAllBetween(text, 0, DAY_LENGTH)
                && text.charAt(DAY_LENGTH) == 'T'
                && CharacterSet.DIGITS.hasAllBetween(text, DAY_LENGTH + 1, USUAL_LENGTH - 1)
                && text.charAt(USUAL_LENGTH - 1) == 'Z';
    }

    private static LocalDateTime usual(String text) {
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 4, 6),
                number(text, 6, 8),
                number(text, 9, 11),
                number(text, 11, 13),
                number(text, 13, 15));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static SigningTime rfc1123(String text) {
        try {
            Instant at = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return new SigningTime(at, format(at), Optional.of(DATE));
        } catch (DateTimeException malformed) {
            throw RejectedException.incomplete("Date must be in the format of RFC 1123.");
        }
    }

    private static String format(Instant instant) {
        return BASIC.format(instant.atOffset(ZoneOffset.UTC));
    }
}
