package io.attestore.eventlog;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Fails appends whose time is over. All have the same limit, so they come due in the order in which they came: one
 * thread looks at the oldest a few times a second.
 */
final class AppendDeadlines implements AutoCloseable {

    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

    private final long limitNanos;
    private final Queue<PendingAppend> pending = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean running = true;

    AppendDeadlines(Duration limit) {
        limitNanos = limit.toNanos();
        thread = Thread.ofPlatform().name("event-log-deadlines").daemon().start(this::run);
    }

    void watch(PendingAppend append) {
        pending.add(append);
        if (!running) {
            giveUpAll();
        }
    }

    private void run() {
        while (running) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            long now = System.nanoTime();
            for (PendingAppend oldest = pending.peek(); running && oldest != null; oldest = pending.peek()) {
                if (!oldest.isAnswered() && now - oldest.acceptedNanos < limitNanos) {
                    break;
                }
                pending.poll();
                if (!oldest.isAnswered()) {
                    oldest.giveUp("The log did not answer in time");
                }
            }
        }
    }

    /** Gives up whatever is not answered yet. */
    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        giveUpAll();
    }

    private void giveUpAll() {
        for (PendingAppend left = pending.poll(); left != null; left = pending.poll()) {
            if (!left.isAnswered()) {
                left.giveUp("The log was closed");
            }
        }
    }
}
