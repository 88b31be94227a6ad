package io.attestore.server.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are handled at one time. Beyond, they wait for their turn in the order in which they came, and not
 * for longer than a limit: a server that begins everything at once finishes nothing in time. Safe for many threads.
 */
final class Turns {

    private final Semaphore free;
    private final long waitNanosMax;

    Turns(int requestsMax, Duration waitLimit) {
        this.free = new Semaphore(requestsMax, true);
        this.waitNanosMax = waitLimit.toNanos();
    }

    /**
     * Waits for a turn; answers whether it came. If so, {@link #end} has to follow.
     *
     * @param waited how long the request has waited already, for something else
     */
    boolean await(Duration waited) {
        long nanos = waitNanosMax - waited.toNanos();
        try {
            return nanos > 0 && free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        free.release();
    }
}
