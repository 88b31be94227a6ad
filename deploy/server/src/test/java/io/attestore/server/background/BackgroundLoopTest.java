package io.attestore.server.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void steps_follow_one_another_with_rests_between() throws Exception {
        try (BackgroundLoop loop = loop(SHORT, Duration.ofMillis(20))) {
            long begun = System.nanoTime();
            loop.start();
            for (int i = 1; i <= 5; i++) {
                assertThat(next()).isEqualTo(i);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        }
    }

    @Test
    void a_rest_ends_when_it_is_woken_also_if_that_was_before_it() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (BackgroundLoop loop = new BackgroundLoop("test", SHORT, () -> {
            step();
            mayEnd.await();
            return LONG;
        })) {
            loop.start();
            assertThat(next()).isEqualTo(1);
            loop.wake();
            mayEnd.countDown();
            assertThat(next()).isEqualTo(2);
            loop.wake();
            assertThat(next()).isEqualTo(3);
            assertThat(steps.poll(50, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    @Test
    void a_step_that_fails_is_followed_by_another() throws Exception {
        try (BackgroundLoop loop = new BackgroundLoop("test", SHORT, () -> {
            step();
            throw new IllegalStateException("as a test");
        })) {
            loop.start();
            assertThat(next()).isEqualTo(1);
            assertThat(next()).isEqualTo(2);
        }
    }

    @Test
    void there_is_no_step_once_it_is_closed_whether_it_rested_or_worked() throws Exception {
        BackgroundLoop rests = loop(SHORT, LONG);
        rests.start();
        assertThat(next()).isEqualTo(1);
        rests.close();

        BackgroundLoop works = new BackgroundLoop("test", SHORT, () -> {
            step();
            new CountDownLatch(1).await();
            return Duration.ZERO;
        });
        works.start();
        assertThat(next()).isEqualTo(2);
        works.close();
        assertThat(works.isClosing()).isTrue();
        assertThat(steps.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void one_whose_step_swallows_the_interrupt_ends_all_the_same() throws Exception {
        BackgroundLoop deaf = new BackgroundLoop("test", SHORT, () -> {
            step();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException swallowed) {
                throw new IllegalStateException("The database does not answer", swallowed);
            }
            return LONG;
        });
        deaf.start();
        assertThat(next()).isEqualTo(1);
        long begun = System.nanoTime();
        deaf.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(steps).isEmpty();
    }

    @Test
    void one_that_was_never_started_is_closed_at_once() {
        loop(SHORT, SHORT).close();
        assertThat(steps).isEmpty();
    }

    private BackgroundLoop loop(Duration afterFailure, Duration rest) {
        return new BackgroundLoop("test", afterFailure, () -> {
            step();
            return rest;
        });
    }

    private void step() {
        steps.add(count.incrementAndGet());
    }

    private int next() throws InterruptedException {
        Integer next = steps.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }
}
