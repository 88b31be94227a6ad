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

class ExchangesTest {

    @Test
    void no_more_than_the_limit_run_at_one_time_and_all_of_them_run() throws Exception {
        Exchanges exchanges = new Exchanges(3);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(200);
        for (int i = 0; i < 200; i++) {
            exchanges.execute(() -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                ended.countDown();
            });
        }
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(3);
        assertThat(exchanges.waiting()).isZero();
    }

    @Test
    void who_waits_begins_in_the_order_of_coming() throws Exception {
        Exchanges exchanges = new Exchanges(1);
        CountDownLatch first = new CountDownLatch(1);
        BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
        exchanges.execute(() -> awaitQuietly(first));
        for (int i = 0; i < 5; i++) {
            int number = i;
            exchanges.execute(() -> begun.add(number));
        }
        assertThat(exchanges.waiting()).isEqualTo(5);
        first.countDown();
        for (int number : List.of(0, 1, 2, 3, 4)) {
            assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo(number);
        }
    }

    @Test
    void an_exchange_learns_once_how_long_it_has_waited() throws Exception {
        Exchanges exchanges = new Exchanges(1);
        CountDownLatch first = new CountDownLatch(1);
        BlockingQueue<Duration> waited = new LinkedBlockingQueue<>();
        exchanges.execute(() -> {
            waited.add(Exchanges.takeWaited());
            awaitQuietly(first);
        });
        exchanges.execute(() -> {
            waited.add(Exchanges.takeWaited());
            waited.add(Exchanges.takeWaited());
        });
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isZero();
        Thread.sleep(50);
        first.countDown();
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        assertThat(waited.poll(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void one_that_fails_gives_its_place_on() throws Exception {
        Exchanges exchanges = new Exchanges(1);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        exchanges.execute(() -> {
            awaitQuietly(first);
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
            throw new IllegalStateException("as a test");
        });
        exchanges.execute(second::countDown);
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
