package io.attestore.server.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tomcat's work on connections from which something has come: each on a virtual thread, so many at one time. Further
 * ones wait in the order in which they came: a server that begins everything at once finishes nothing in time. While
 * they wait they are entries of a queue and no more; the hundred kilobytes of buffers that a request needs are taken when
 * its turn comes, from those that have ended. So a crowd costs what the limit allows, not what the crowd is. Safe for
 * many threads.
 */
final class Turns implements Executor {

    private static final ThreadLocal<@Nullable Duration> WAITED = new ThreadLocal<>();
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("request-", 0).factory();

    private final int max;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private int running;
    private volatile boolean crowded;

    private record Waiting(Runnable work, long sinceNanos) {}

    Turns(int max) {
        this.max = max;
    }

    /** How long the calling thread's turn has not come; asked again, as for a connection's next request, nothing. */
    static Duration takeWaited() {
        Duration waited = WAITED.get();
        WAITED.remove();
        return waited == null ? Duration.ZERO : waited;
    }

    /** Whether most turns are taken: a time to be short with the slow. */
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
    public void execute(Runnable work) {
        lock.lock();
        try {
            if (running == max) {
                waiting.add(new Waiting(work, System.nanoTime()));
                return;
            }
            count(running + 1);
        } finally {
            lock.unlock();
        }
        THREADS.newThread(() -> run(work)).start();
    }

    private void run(Runnable work) {
        try {
            work.run();
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
                count(running - 1);
                return;
            }
        } finally {
            lock.unlock();
        }
        THREADS.newThread(() -> {
                    WAITED.set(Duration.ofNanos(System.nanoTime() - next.sinceNanos));
                    run(next.work);
                })
                .start();
    }

    private void count(int now) {
        running = now;
        crowded = now > max / 2;
    }
}
