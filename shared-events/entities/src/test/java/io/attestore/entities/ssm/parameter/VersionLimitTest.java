package io.attestore.entities.ssm.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.events.Bytes;
import io.attestore.events.parameter.ParameterType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VersionLimitTest {

    @Test
    void up_to_a_hundred_versions_nothing_goes() {
        assertThat(VersionLimit.oneMore(versions(1, 99), _ -> true)).isEqualTo(new VersionLimit.Room(List.of()));
    }

    @Test
    void the_oldest_of_a_hundred_goes() {
        assertThat(VersionLimit.oneMore(versions(7, 106), _ -> false))
                .isEqualTo(new VersionLimit.Room(List.of(version(7))));
    }

    @Test
    void the_oldest_with_a_label_stays_and_nothing_can_come() {
        assertThat(VersionLimit.oneMore(versions(7, 106), version -> version.number() == 7))
                .isEqualTo(new VersionLimit.Held(version(7)));
    }

    @Test
    void a_label_on_a_newer_version_holds_nothing_up() {
        assertThat(VersionLimit.oneMore(versions(7, 106), version -> version.number() == 8))
                .isEqualTo(new VersionLimit.Room(List.of(version(7))));
    }

    private static List<ParameterVersion> versions(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(VersionLimitTest::version)
                .toList();
    }

    private static ParameterVersion version(long number) {
        return new ParameterVersion(
                number,
                ParameterType.STRING,
                "ssm/key" + number,
                number,
                Optional.of(Bytes.copyOf(new byte[0])),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Standard",
                "text",
                "arn:aws:iam::123456789012:root",
                Instant.parse("2026-11-21T12:00:00Z"),
                List.of());
    }
}
