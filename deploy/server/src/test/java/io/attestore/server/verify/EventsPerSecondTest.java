package io.attestore.server.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventsPerSecondTest {

    private long now = 1_000;
    private final EventsPerSecond pace = new EventsPerSecond(1_000, () -> now, nanos -> now += Math.max(0, nanos));

    @Test
    void so_many_events_take_a_second() throws InterruptedException {
        long start = now;

        for (int page = 0; page < 10; page++) {
            pace.read(100);
        }

        assertThat(Duration.ofNanos(now - start)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_long_pause_is_not_made_up_for() throws InterruptedException {
        now += Duration.ofHours(1).toNanos();
        long start = now;

        pace.read(500);

        assertThat(Duration.ofNanos(now - start)).isEqualTo(Duration.ofMillis(500));
    }
}
