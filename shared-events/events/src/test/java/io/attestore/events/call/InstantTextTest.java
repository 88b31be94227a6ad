package io.attestore.events.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    @Property(tries = 1000)
    void is_written_and_read_as_instant_does(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long seconds,
            @ForAll @IntRange(max = 999) int part,
            @ForAll @IntRange(max = 2) int unit) {
        Instant instant = Instant.ofEpochSecond(seconds, part * new long[] {1, 1_000, 1_000_000}[unit]);

        assertThat(InstantText.write(instant)).isEqualTo(instant.toString());
        assertThat(InstantText.read(instant.toString())).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59.999999999Z",
                "2026-11-22T12:00:00.1Z",
                "2026-11-22T12:00:00.12345Z",
                "2026-11-22T12:00:00.Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T12:00:00+01:00",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z"
            })
    void reads_whatever_instant_reads(String text) {
        assertThat(InstantText.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22",
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-11-22T25:00:00Z",
                "2026-11-22T12:60:00Z",
                "2026-11-22T12:00Z",
                "2026-11-22T12:00:00.1234567890Z",
                "2026-11-22T12:00:00,123Z",
                "2026-11-22 12:00:00Z",
                "2026-11-2xT12:00:00Z",
                "2026-11-22T12:00:00.12xZ",
                "2026-11-22T12:00:00"
            })
    void refuses_whatever_instant_refuses(String text) {
        assertThatThrownBy(() -> InstantText.read(text)).isInstanceOf(DateTimeParseException.class);
    }
}
