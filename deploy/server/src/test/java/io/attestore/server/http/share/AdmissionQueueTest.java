package io.attestore.server.http.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.server.http.source.Source;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdmissionQueueTest {

    private static final Source CROWD = new Source("192.0.2.1", false);
    private static final Source OTHER = new Source("192.0.2.2", false);
    private static final Source PROXY = new Source("192.0.2.3", true);
    private static final int NO_SHARES = 100;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Runnable NOTHING = () -> {};

    @Test
    void no_more_than_the_limit_run_at_one_time_and_all_of_them_run() throws Exception {
        AdmissionQueue turns = new AdmissionQueue(3, NO_SHARES, LONG);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            run(turns, i % 2 == 0 ? CROWD : OTHER, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                ended.countDown();
            });
        }
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void who_waits_begins_in_the_order_of_coming() throws Exception {
        AdmissionQueue turns = new AdmissionQueue(1, NO_SHARES, LONG);
        BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
        assertThat(turns.beginOrWait(CROWD, NOTHING, NOTHING)).isTrue();
        for (int i = 0; i < 5; i++) {
            int number = i;
            assertThat(turns.beginOrWait(CROWD, () -> begun.add(number), NOTHING))
                    .isFalse();
        }
        assertThat(turns.waiting()).isEqualTo(5);
        turns.end(CROWD);
        for (int number : List.of(0, 1, 2, 3, 4)) {
            assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
        }
    }

    @Test
    void sources_take_turns_so_that_a_crowd_delays_only_itself() throws Exception {
        AdmissionQueue turns = new AdmissionQueue(1, NO_SHARES, LONG);
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        assertThat(turns.beginOrWait(CROWD, NOTHING, NOTHING)).isTrue();
        for (int i = 0; i < 100; i++) {
            turns.beginOrWait(CROWD, () -> begun.add("crowd"), NOTHING);
        }
        turns.beginOrWait(OTHER, () -> begun.add("other"), NOTHING);
        turns.end(CROWD);
        List<String> firstTwo = List.of(begun.poll(30, TimeUnit.SECONDS), begun.poll(30, TimeUnit.SECONDS));
        assertThat(firstTwo).containsExactly("crowd", "other");
    }

    @Test
    void the_last_share_is_left_for_others_and_they_need_not_wait() {
        AdmissionQueue turns = new AdmissionQueue(8, 25, LONG);
        for (int i = 0; i < 6; i++) {
            assertThat(turns.beginOrWait(CROWD, NOTHING, NOTHING)).isTrue();
        }
        assertThat(turns.beginOrWait(CROWD, NOTHING, NOTHING)).isFalse();
        assertThat(turns.beginOrWait(OTHER, NOTHING, NOTHING)).isTrue();
        assertThat(turns.beginOrWait(PROXY, NOTHING, NOTHING)).isTrue();
        assertThat(turns.beginOrWait(OTHER, NOTHING, NOTHING)).isFalse();
    }

    @Test
    void nobody_waits_for_longer_than_the_limit_whoever_keeps_the_turns() throws Exception {
        AdmissionQueue turns = new AdmissionQueue(1, NO_SHARES, Duration.ofMillis(200));
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        assertThat(turns.beginOrWait(CROWD, NOTHING, NOTHING)).isTrue();
        long begun = System.nanoTime();
        turns.beginOrWait(CROWD, () -> told.add("begun"), () -> told.add("first"));
        Thread.sleep(50);
        turns.beginOrWait(OTHER, () -> told.add("begun"), () -> told.add("second"));

        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(10));
        assertThat(told.poll(30, TimeUnit.SECONDS)).isEqualTo("second");
        assertThat(turns.waiting()).isZero();
        turns.end(CROWD);
        assertThat(turns.beginOrWait(OTHER, NOTHING, NOTHING)).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void who_is_late_is_looked_for_again_after_nobody_waited() throws Exception {
        AdmissionQueue turns = new AdmissionQueue(1, NO_SHARES, Duration.ofMillis(20));
        BlockingQueue<Integer> late = new LinkedBlockingQueue<>();
        assertThat(turns.beginOrWait(CROWD, NOTHING, NOTHING)).isTrue();
        for (int i = 0; i < 3; i++) {
            int number = i;
            turns.beginOrWait(CROWD, NOTHING, () -> late.add(number));
            assertThat(late.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
        }
    }

    @Test
    void one_that_fails_gives_its_place_on() throws Exception {
        AdmissionQueue turns = new AdmissionQueue(1, NO_SHARES, LONG);
        CountDownLatch second = new CountDownLatch(1);
        assertThat(turns.beginOrWait(CROWD, NOTHING, NOTHING)).isTrue();
        turns.beginOrWait(
                CROWD,
                () -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
                    throw new IllegalStateException("as a test");
                },
                NOTHING);
        turns.beginOrWait(OTHER, second::countDown, NOTHING);
        turns.end(CROWD);
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void run(AdmissionQueue turns, Source source, Runnable work) {
        Thread.ofVirtual().start(() -> {
            if (turns.beginOrWait(source, work, NOTHING)) {
                try {
                    work.run();
                } finally {
                    turns.end(source);
                }
            }
        });
    }
}
