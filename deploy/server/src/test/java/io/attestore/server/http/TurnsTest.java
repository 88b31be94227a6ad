package io.attestore.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void no_more_than_the_limit_run_at_one_time_and_all_of_them_run() throws Exception {
        Turns turns = new Turns(3);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            turns.execute(() -> {
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
        Turns turns = new Turns(1);
        CountDownLatch first = new CountDownLatch(1);
        BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
        turns.execute(() -> awaitQuietly(first));
        for (int i = 0; i < 5; i++) {
            int number = i;
            turns.execute(() -> begun.add(number));
        }
        assertThat(turns.waiting()).isEqualTo(5);
        first.countDown();
        for (int number : List.of(0, 1, 2, 3, 4)) {
            assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
        }
    }

    @Test
    void a_turn_learns_once_how_long_it_did_not_come() throws Exception {
        Turns turns = new Turns(1);
        CountDownLatch first = new CountDownLatch(1);
        BlockingQueue<Duration> waited = new LinkedBlockingQueue<>();
        turns.execute(() -> {
            waited.add(Turns.takeWaited());
            awaitQuietly(first);
        });
        turns.execute(() -> {
            waited.add(Turns.takeWaited());
            waited.add(Turns.takeWaited());
        });
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isZero();
        Thread.sleep(50);
        first.countDown();
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void one_that_fails_gives_its_place_on() throws Exception {
        Turns turns = new Turns(1);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        turns.execute(() -> {
            awaitQuietly(first);
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
            throw new IllegalStateException("as a test");
        });
        turns.execute(second::countDown);
        first.countDown();
        assertThat(second.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
