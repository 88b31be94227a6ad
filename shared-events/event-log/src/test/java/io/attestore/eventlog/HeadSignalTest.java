package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeadSignalTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong head = new AtomicLong(-1);
    private final AtomicInteger runs = new AtomicInteger();
    private final HeadSignal signal = new HeadSignal(head::get, task -> {
        runs.incrementAndGet();
        task.run();
    });

    @Test
    void wakes_nobody_where_nobody_waits() throws Exception {
        moveHead();

        assertThat(runs).hasValue(0);
        assertThat(signal.awaitBeyond(-1, LONG)).isTrue();
        assertThat(signal.awaitBeyond(0, Duration.ZERO)).isFalse();
    }

    @Test
    void tells_who_listens_until_it_does_not() {
        AtomicInteger told = new AtomicInteger();
        Runnable listener = told::incrementAndGet;
        signal.add(listener);
        moveHead();
        signal.remove(listener);
        moveHead();

        assertThat(told).hasValue(1);
    }

    @Test
    void whoever_begins_to_wait_as_the_head_moves_is_woken() throws Exception {
        int waiters = 4;
        int moves = 5_000;
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            List<Future<?>> waiting = new ArrayList<>();
            for (int i = 0; i < waiters; i++) {
                waiting.add(threads.submit(() -> {
                    for (long seen = -1; seen < moves - 1; seen++) {
                        assertThat(signal.awaitBeyond(seen, LONG)).isTrue();
                    }
                    return null;
                }));
            }
            for (int move = 0; move < moves; move++) {
                moveHead();
            }
            for (Future<?> each : waiting) {
                each.get();
            }
        }
    }

    private void moveHead() {
        head.incrementAndGet();
        signal.signal();
    }
}
