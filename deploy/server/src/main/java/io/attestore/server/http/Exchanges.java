package io.attestore.server.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs Tomcat's work on connections from which something has come, each on a virtual thread, so many at one time.
 * Further ones wait in the order in which they came, and while they wait they are entries of a queue and no more: the
 * hundred kilobytes of buffers that an exchange needs are taken when it begins, from those that have ended. A crowd of
 * clients costs what the limit allows, not what the crowd is. Safe for many threads.
 */
final class Exchanges implements Executor {

    private static final ThreadLocal<@Nullable Duration> WAITED = new ThreadLocal<>();
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("exchange-", 0).factory();

    private final int max;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int running;
    private volatile boolean crowded;

    private record Waiting(Runnable exchange, long sinceNanos) {}

    Exchanges(int max) {
        this.max = max;
    }

    /** How long the exchange of the calling thread has waited to begin; of its further requests, nothing. */
    static Duration takeWaited() {
        Duration waited = WAITED.get();
        WAITED.remove();
        return waited == null ? Duration.ZERO : waited;
    }

    /** Whether most of the places are taken: a time to be short with the slow. */
    boolean isCrowded() {
        return crowded;
    }

    /** How many wait now. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Never waits. */
    @Override
    public void execute(Runnable exchange) {
        lock.lock();
        try {
            if (running == max) {
                waiting.add(new Waiting(exchange, System.nanoTime()));
                return;
            }
            running++;
            crowded = running > max / 2;
        } finally {
            lock.unlock();
        }
        THREADS.newThread(() -> run(exchange)).start();
    }

    private void run(Runnable exchange) {
        try {
            exchange.run();
        } finally {
            beginNext();
        }
    }

    private void beginNext() {
        Waiting next;
        lock.lock();
        try {
            next = waiting.poll();
            if (next == null) {
                running--;
                crowded = running > max / 2;
                return;
            }
        } finally {
            lock.unlock();
        }
        THREADS.newThread(() -> {
                    WAITED.set(Duration.ofNanos(System.nanoTime() - next.sinceNanos));
                    run(next.exchange);
                })
                .start();
    }
}
