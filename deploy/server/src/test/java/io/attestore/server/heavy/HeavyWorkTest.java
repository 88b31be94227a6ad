package io.attestore.server.heavy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.events.id.AccountId;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeavyWorkTest {

    private static final AccountId HOG = new AccountId("111111111111");
    private static final AccountId OTHER = new AccountId("222222222222");

    private final HeavyWork heavyWork = new HeavyWork(new HeavyWorkSettings(1, 4, 8));
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void stop() {
        mayEnd.countDown();
        callers.shutdownNow();
        heavyWork.close();
    }

    @Test
    void its_result_is_the_works() {
        assertThat(run(HOG, () -> Thread.currentThread().getName())).isEqualTo("heavy-work-0");
    }

    @Test
    void what_it_throws_is_thrown() {
        IllegalStateException mistake = new IllegalStateException("a mistake");

        assertThatThrownBy(() -> run(HOG, () -> {
                    throw mistake;
                }))
                .isSameAs(mistake);
        assertThat(run(HOG, () -> "goes on")).isEqualTo("goes on");
    }

    @Test
    void another_accounts_work_is_next_however_much_one_has_brought() throws Exception {
        occupy();
        List<String> done = new CopyOnWriteArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(callers.submit(() -> run(HOG, () -> done.add("hog"))));
            awaitWaiting(i + 1);
        }
        all.add(callers.submit(() -> run(OTHER, () -> done.add("other"))));
        awaitWaiting(5);

        mayEnd.countDown();
        for (Future<?> one : all) {
            one.get(10, TimeUnit.SECONDS);
        }

        assertThat(done).containsExactly("hog", "other", "hog", "hog", "hog");
    }

    @Test
    void an_account_that_brings_too_much_is_throttled_and_others_are_not() throws Exception {
        occupy();
        for (int i = 0; i < 4; i++) {
            callers.submit(() -> run(HOG, () -> "waits"));
            awaitWaiting(i + 1);
        }

        assertThatThrownBy(() -> run(HOG, () -> "too much")).isInstanceOf(LogOverloadedException.class);
        Future<String> other = callers.submit(() -> run(OTHER, () -> "done"));
        mayEnd.countDown();
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void what_does_not_begin_in_time_is_not_done() throws Exception {
        occupy();
        List<String> done = new CopyOnWriteArrayList<>();

        assertThatThrownBy(() -> heavyWork.run(OTHER, System.nanoTime() + 1_000_000, () -> done.add("late")))
                .isInstanceOf(LogUnavailableException.class);

        mayEnd.countDown();
        assertThat(run(OTHER, () -> "next")).isEqualTo("next");
        assertThat(done).isEmpty();
    }

    @Test
    void what_has_begun_is_waited_for_beyond_the_deadline() throws Exception {
        CompletableFuture<String> late = CompletableFuture.supplyAsync(
                () -> heavyWork.run(OTHER, System.nanoTime() + 50_000_000, this::waitToEnd), callers);
        begun.await();
        Thread.sleep(100);
        assertThat(late).isNotDone();

        mayEnd.countDown();
        assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo("ended");
    }

    @Test
    void heavy_work_within_heavy_work_is_done_at_once() {
        assertThat(run(HOG, () -> run(HOG, () -> "inner"))).isEqualTo("inner");
    }

    @Test
    void what_waits_when_it_stops_is_not_done() throws Exception {
        occupy();
        Future<String> waits = callers.submit(() -> run(OTHER, () -> "done"));
        awaitWaiting(1);

        Future<?> closing = callers.submit(heavyWork::close);

        assertThatThrownBy(waits::get).hasCauseInstanceOf(LogUnavailableException.class);
        assertThatThrownBy(() -> run(OTHER, () -> "done")).isInstanceOf(LogUnavailableException.class);
        assertThat(closing).isNotDone();
    }

    @Test
    void what_runs_when_it_stops_is_waited_for_and_not_interrupted() throws Exception {
        Future<String> runs = callers.submit(() -> run(HOG, this::waitToEnd));
        begun.await();
        Future<?> closing = callers.submit(heavyWork::close);
        assertThatThrownBy(() -> closing.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(runs).isNotDone();

        mayEnd.countDown();
        assertThat(runs.get(10, TimeUnit.SECONDS)).isEqualTo("ended");
        closing.get(10, TimeUnit.SECONDS);
    }

    private <T> T run(AccountId account, Supplier<T> work) {
        return heavyWork.run(account, System.nanoTime() + TimeUnit.SECONDS.toNanos(10), work);
    }

    private void occupy() throws InterruptedException {
        callers.submit(() -> run(HOG, this::waitToEnd));
        begun.await();
    }

    private String waitToEnd() {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException stopped) {
            return "interrupted";
        }
        return "ended";
    }

    private void awaitWaiting(int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (heavyWork.waiting() < count) {
            assertThat(System.nanoTime()).as("it waits").isLessThan(end);
            Thread.sleep(1);
        }
    }
}
