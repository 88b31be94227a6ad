package io.attestore.door.sigv4;

import io.attestore.door.http.HttpRequest;
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
 * When a request says it was signed, and whether that is now. The clocks may differ by five minutes, edges included.
 *
 * @param header the header that says so, in lower case
 */
record SigningTime(Instant at, String header) {

    static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private static final String AMZ_DATE = "x-amz-date";
    private static final String DATE = "date";
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** From X-Amz-Date in ISO 8601 basic format, or else from Date in that format or RFC 1123's. */
    static SigningTime of(HttpRequest request) {
        Optional<String> amzDate = request.header(AMZ_DATE);
        if (amzDate.isPresent()) {
            return new SigningTime(basic(amzDate.get()), AMZ_DATE);
        }
        String date = request.header(DATE)
                .orElseThrow(() -> RejectedException.incomplete(
                        "Authorization header requires existence of either a" + " 'X-Amz-Date' or a 'Date' header."));
        return new SigningTime(date.endsWith("GMT") ? rfc1123(date) : basic(date), DATE);
    }

    /** The text in the string to sign. */
    String basicFormat() {
        return format(at);
    }

    /** @throws RejectedException if the time is not the scope's day or too far from now */
    void requireFresh(CredentialScope scope, Instant now) {
        String day = basicFormat().substring(0, 8);
        if (!day.equals(scope.date())) {
            throw RejectedException.mismatch("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of"
                    + " date from HTTP: '" + scope.date() + "' != '" + day + "', from '" + basicFormat() + "'.");
        }
        Instant earliest = now.minus(SKEW_MAX);
        if (at.isBefore(earliest)) {
            throw RejectedException.mismatch("Signature expired: " + basicFormat() + " is now earlier than "
                    + format(earliest) + " (" + format(now) + " - 5 min.)");
        }
        Instant latest = now.plus(SKEW_MAX);
        if (at.isAfter(latest)) {
            throw RejectedException.mismatch("Signature not yet current: " + basicFormat() + " is still later than "
                    + format(latest) + " (" + format(now) + " + 5 min.)");
        }
    }

    private static Instant basic(String text) {
        try {
            return LocalDateTime.parse(text.strip(), BASIC).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw RejectedException.incomplete(
                    "Date must be in ISO-8601 'basic format'." + " See http://en.wikipedia.org/wiki/ISO_8601");
        }
    }

    private static Instant rfc1123(String text) {
        try {
            return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException malformed) {
            throw RejectedException.incomplete("Date must be in the format of RFC 1123.");
        }
    }

    private static String format(Instant instant) {
        return BASIC.format(instant.atOffset(ZoneOffset.UTC));
    }
}
