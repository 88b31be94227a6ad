package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogSettingsTest {

    private final LogSettings defaults = LogSettings.defaults();

    @Test
    void the_defaults_are_these_and_no_others() {
        assertThat(defaults)
                .isEqualTo(new LogSettings(
                        Duration.ofSeconds(5),
                        20_000,
                        64L * 1024 * 1024,
                        512,
                        8 * 1024 * 1024,
                        16_384,
                        64L * 1024 * 1024,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(1),
                        10_000_000,
                        10_000,
                        Duration.ofMinutes(1)));
    }

    @Test
    void every_limit_must_be_positive() {
        assertThatThrownBy(() -> defaults.withAppendTimeLimit(Duration.ZERO)).hasMessageContaining("appendTimeLimit");
        assertThatThrownBy(() -> defaults.withQueue(0, 1)).hasMessageContaining("queueEventsMax");
        assertThatThrownBy(() -> defaults.withQueue(1, 0)).hasMessageContaining("queueBytesMax");
        assertThatThrownBy(() -> defaults.withBatch(0, 1)).hasMessageContaining("batchEventsMax");
        assertThatThrownBy(() -> defaults.withBatch(1, 0)).hasMessageContaining("batchBytesMax");
        assertThatThrownBy(() -> defaults.withWindow(0, 1)).hasMessageContaining("windowEventsMax");
        assertThatThrownBy(() -> defaults.withWindow(1, 0)).hasMessageContaining("windowBytesMax");
        assertThatThrownBy(() -> defaults.withPositionsPerPartition(0)).hasMessageContaining("positionsPerPartition");
        assertThatThrownBy(() -> defaults.withAnchors(0, Duration.ofDays(1))).hasMessageContaining("anchorEveryEvents");
        assertThatThrownBy(() -> defaults.withAnchors(1, Duration.ofDays(-1))).hasMessageContaining("anchorEvery");
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> defaults.withDatabase(Duration.ZERO, second, second))
                .hasMessageContaining("databaseTimeout");
        assertThatThrownBy(() -> defaults.withDatabase(second, Duration.ZERO, second))
                .hasMessageContaining("resolveTimeout");
        assertThatThrownBy(() -> defaults.withDatabase(second, second, Duration.ZERO))
                .hasMessageContaining("pollInterval");
    }
}
