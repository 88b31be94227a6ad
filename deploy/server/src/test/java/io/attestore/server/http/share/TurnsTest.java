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

class TurnsTest {

    private static final Source CROWD = new Source("192.0.2.1", false);
    private static final Source OTHER = new Source("192.0.2.2", false);
    private static final Source PROXY = new Source("192.0.2.3", true);
    private static final int NO_SHARES = 100;

    @Test
    void no_more_than_the_limit_run_at_one_time_and_all_of_them_run() throws Exception {
        Turns turns = new Turns(3, NO_SHARES);
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
        Turns turns = new Turns(1, NO_SHARES);
        BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
        assertThat(turns.beginOrWait(CROWD, () -> {})).isTrue();
        for (int i = 0; i < 5; i++) {
            int number = i;
            assertThat(turns.beginOrWait(CROWD, () -> begun.add(number))).isFalse();
        }
        assertThat(turns.waiting()).isEqualTo(5);
        turns.end(CROWD);
        for (int number : List.of(0, 1, 2, 3, 4)) {
            assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
        }
    }

    @Test
    void sources_take_turns_so_that_a_crowd_delays_only_itself() throws Exception {
        Turns turns = new Turns(1, NO_SHARES);
        BlockingQueue<String> begun = new LinkedBlockingQueue<>();
        assertThat(turns.beginOrWait(CROWD, () -> {})).isTrue();
        for (int i = 0; i < 100; i++) {
            turns.beginOrWait(CROWD, () -> begun.add("crowd"));
        }
        turns.beginOrWait(OTHER, () -> begun.add("other"));
        turns.end(CROWD);
        List<String> firstTwo = List.of(begun.poll(30, TimeUnit.SECONDS), begun.poll(30, TimeUnit.SECONDS));
        assertThat(firstTwo).containsExactly("crowd", "other");
    }

    @Test
    void the_last_share_is_left_for_others_and_they_need_not_wait() {
        Turns turns = new Turns(8, 25);
        for (int i = 0; i < 6; i++) {
            assertThat(turns.beginOrWait(CROWD, () -> {})).isTrue();
        }
        assertThat(turns.beginOrWait(CROWD, () -> {})).isFalse();
        assertThat(turns.beginOrWait(OTHER, () -> {})).isTrue();
        assertThat(turns.beginOrWait(PROXY, () -> {})).isTrue();
        assertThat(turns.beginOrWait(OTHER, () -> {})).isFalse();
    }

    @Test
    void a_turn_learns_once_how_long_it_did_not_come() throws Exception {
        Turns turns = new Turns(1, NO_SHARES);
        BlockingQueue<Duration> waited = new LinkedBlockingQueue<>();
        assertThat(turns.beginOrWait(CROWD, () -> {})).isTrue();
        assertThat(Turns.isGrantedHere()).isFalse();
        assertThat(Turns.takeWaited()).isZero();
        turns.beginOrWait(CROWD, () -> {
            waited.add(Turns.isGrantedHere() ? Turns.takeWaited() : Duration.ZERO);
            waited.add(Turns.takeWaited());
        });
        Thread.sleep(50);
        turns.end(CROWD);
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void one_that_fails_gives_its_place_on() throws Exception {
        Turns turns = new Turns(1, NO_SHARES);
        CountDownLatch second = new CountDownLatch(1);
        assertThat(turns.beginOrWait(CROWD, () -> {})).isTrue();
        turns.beginOrWait(CROWD, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
            throw new IllegalStateException("as a test");
        });
        turns.beginOrWait(OTHER, second::countDown);
        turns.end(CROWD);
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void run(Turns turns, Source source, Runnable work) {
        Thread.ofVirtual().start(() -> {
            if (turns.beginOrWait(source, work)) {
                try {
                    work.run();
                } finally {
                    turns.end(source);
                }
            }
        });
    }
}
