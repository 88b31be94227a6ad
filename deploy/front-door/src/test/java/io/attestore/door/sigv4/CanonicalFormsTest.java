package io.attestore.door.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.testing.Requests;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What is read character by character is what a formatter and a regular expression make of it. */
class CanonicalFormsTest {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    @Property(tries = 5000)
    void a_time_is_read_as_a_formatter_reads_it(@ForAll("dates") String date) {
        HttpRequest request = Requests.unsigned("/", "", Map.of("x-amz-date", date), new byte[0]);

        Optional<SigningTime> read = read(request);

        assertThat(read.map(SigningTime::at)).isEqualTo(formatted(date));
        assertThat(read.map(SigningTime::basicFormat))
                .isEqualTo(formatted(date).map(at -> BASIC.format(at.atOffset(ZoneOffset.UTC))));
    }

    @Property(tries = 2000)
    void each_run_of_spaces_in_a_header_is_one_space(@ForAll @Size(max = 3) List<@From("values") String> values) {
        HttpRequest request = Requests.withHeader(
                Requests.unsigned("/", "", Map.of(), new byte[0]), "x-any", values.toArray(String[]::new));

        String expected = values.stream()
                .map(value -> value.strip().replaceAll("[ \\t\\r\\n]+", " "))
                .collect(Collectors.joining(","));
        assertThat(CanonicalRequest.of(request, List.of("x-any"), "hash"))
                .isEqualTo("POST\n/\n\nx-any:" + expected + "\n\nx-any\nhash");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars(" \t\r\n\f\u00a0\u2003ab,;=é").ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> dates() {
        Arbitrary<String> digits =
                Arbitraries.strings().withCharRange('0', '9').ofMinLength(2).ofMaxLength(2);
        Arbitrary<String> near = Arbitraries.integers().between(0, 99).map(two -> "%02d".formatted(two % 62));
        Arbitrary<String> two = Arbitraries.oneOf(digits, near);
        Arbitrary<String> usual = Combinators.combine(two, two, two, two, two, two, two)
                .as((century, year, month, day, hour, minute, second) ->
                        century + year + month + day + "T" + hour + minute + second + "Z");
        Arbitrary<String> any =
                Arbitraries.strings().withChars("0123456789TZtz+- ").ofMaxLength(20);
        Arbitrary<String> real = Arbitraries.longs()
                .between(Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(), 300_000_000_000L)
                .map(second -> BASIC.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
        return Arbitraries.oneOf(usual, any, real, real.map(date -> " " + date + "\t"));
    }

    private static Optional<SigningTime> read(HttpRequest request) {
        try {
            return Optional.of(SigningTime.of(request));
        } catch (RejectedException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> formatted(String date) {
        try {
            return Optional.of(LocalDateTime.parse(date.strip(), BASIC).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
