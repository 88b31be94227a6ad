package io.attestore.server.verify;

import io.attestore.events.log.LogCheck.Pace;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets so many events a second be read and no more, in small portions. For one thread. */
public final class EventsPerSecond implements Pace {

    private final int limit;
    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private long nextNanos;

    public EventsPerSecond(int limit) {
        this(limit, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    EventsPerSecond(int limit, LongSupplier nanoTime, Sleep sleep) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        this.nextNanos = nanoTime.getAsLong();
    }

    /** Waits. */
    @FunctionalInterface
    interface Sleep {

        void sleep(long nanos) throws InterruptedException;
    }

    /** Time in which nothing was read is not made up for. */
    @Override
    public void read(int rows) throws InterruptedException {
        long now = nanoTime.getAsLong();
        nextNanos = Math.max(nextNanos, now) + rows * TimeUnit.SECONDS.toNanos(1) / limit;
        sleep.sleep(nextNanos - now);
    }
}
