package io.attestore.server.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FailureBrakeTest {

    private static final AuthenticationSettings SETTINGS = new AuthenticationSettings(10, 60, Duration.ofSeconds(1), 8);

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Test
    void a_number_of_failures_is_answered_at_once_and_then_each_waits_longer() {
        FailureBrake brake = brake(pauses::add);

        assertThat(failures(brake, "192.0.2.1", 10)).isEqualTo(10);
        assertThat(pauses).isEmpty();

        assertThat(failures(brake, "192.0.2.1", 10)).isEqualTo(10);
        assertThat(pauses.subList(0, 3))
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(300));
        assertThat(pauses).hasSize(10).last().isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void who_goes_on_is_told_no_faster_than_his_allowance_comes_back() {
        FailureBrake brake = brake(pauses::add);
        failures(brake, "192.0.2.1", 20);

        assertThat(failures(brake, "192.0.2.1", 1_000)).isZero();
        nanos += TimeUnit.SECONDS.toNanos(3);
        assertThat(failures(brake, "192.0.2.1", 1_000)).isEqualTo(3);
    }

    @Test
    void each_source_has_its_own() {
        FailureBrake brake = brake(pauses::add);
        failures(brake, "192.0.2.1", 30);
        pauses.clear();

        failures(brake, "192.0.2.2", 10);

        assertThat(pauses).isEmpty();
    }

    @Test
    void what_was_used_up_comes_back_with_time() {
        FailureBrake brake = brake(pauses::add);
        failures(brake, "192.0.2.1", 100);
        pauses.clear();

        nanos += TimeUnit.SECONDS.toNanos(20);
        failures(brake, "192.0.2.1", 10);
        assertThat(pauses).isEmpty();

        failures(brake, "192.0.2.1", 1);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void two_hundred_in_a_row_take_minutes() {
        FailureBrake brake = brake(pause -> {
            pauses.add(pause);
            nanos += pause.toNanos();
        });

        failures(brake, "192.0.2.1", 200);

        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofMinutes(2));
    }

    @Test
    void who_fails_many_times_at_once_is_refused_at_once_and_takes_no_more_than_a_part_of_the_waiting()
            throws Exception {
        Semaphore waiting = new Semaphore(0);
        CountDownLatch goOn = new CountDownLatch(1);
        FailureBrake brake = brake(pause -> {
            waiting.release();
            assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
        });
        failures(brake, "192.0.2.1", 10);
        failures(brake, "192.0.2.2", 10);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> brake.mayTell("192.0.2.1"));
            threads.submit(() -> brake.mayTell("192.0.2.1"));
            assertThat(waiting.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();

            assertThat(brake.mayTell("192.0.2.1")).isFalse();
            var other = threads.submit(() -> brake.mayTell("192.0.2.2"));
            assertThat(waiting.tryAcquire(10, TimeUnit.SECONDS)).isTrue();

            goOn.countDown();
            assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(brake.mayTell("192.0.2.1")).isTrue();
    }

    private FailureBrake brake(FailureBrake.Pause pause) {
        return new FailureBrake(SETTINGS, () -> nanos, pause);
    }

    /** How many of them may be told why. */
    private static long failures(FailureBrake brake, String source, int count) {
        long told = 0;
        for (int i = 0; i < count; i++) {
            told += brake.mayTell(source) ? 1 : 0;
        }
        return told;
    }
}
