package io.attestore.server.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.door.FailedAuthentications;
import io.attestore.server.http.source.Source;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Slows down each source whose requests fail to authenticate. A number of failures is answered at once; as many again
 * wait, longer and longer, up to a limit. Few answers wait at one time, since each holds a turn and a connection that an
 * honest client could want. Whoever sends more, or more at the same time, is told at once that there were too many, and
 * nothing else, and loses the connection. What a source has used up comes back with time: no faster than that is it told
 * what was wrong, however many connections it has.
 *
 * <p>It remembers {@value #SOURCES_MAX} sources. Safe for many threads.
 */
public final class FailureBrake implements FailedAuthentications {

    static final int SOURCES_MAX = 20_000;

    /** A source's part of the answers that may wait. */
    private static final int PARTS = 4;

    /** Waits. */
    @FunctionalInterface
    interface Pause {

        void of(Duration time) throws InterruptedException;
    }

    private final AuthenticationSettings settings;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Semaphore delayed;
    private final int delayedPerSourceMax;
    private final Cache<Source, FailureAllowance> allowances;

    public FailureBrake(AuthenticationSettings settings) {
        this(settings, System::nanoTime, Thread::sleep);
    }

    FailureBrake(AuthenticationSettings settings, LongSupplier nanoTime, Pause pause) {
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.pause = pause;
        this.delayed = new Semaphore(settings.delayedMax());
        this.delayedPerSourceMax = (settings.delayedMax() + PARTS - 1) / PARTS;
        this.allowances = Caffeine.newBuilder().maximumSize(SOURCES_MAX).build();
    }

    @Override
    public boolean mayTell(String sourceAddress) {
        FailureAllowance allowance = allowances.get(
                Source.ofAddress(sourceAddress),
                _ -> new FailureAllowance(settings.failuresBurst(), settings.failuresPerMinute(), delayedPerSourceMax));
        OptionalInt beyond = allowance.fail(nanoTime.getAsLong());
        return beyond.isPresent() && (beyond.getAsInt() == 0 || delayed(allowance, delay(beyond.getAsInt())));
    }

    /** Up to the limit in as many steps as are answered at once. */
    private Duration delay(int beyond) {
        return settings.delayMax().multipliedBy(beyond).dividedBy(settings.failuresBurst());
    }

    /** Whether there was a place to wait in. */
    private boolean delayed(FailureAllowance allowance, Duration delay) {
        if (!allowance.takePlace()) {
            return false;
        }
        try {
            return delayed.tryAcquire() && waitedAndReleased(delay);
        } finally {
            allowance.leavePlace();
        }
    }

    private boolean waitedAndReleased(Duration delay) {
        try {
            pause.of(delay);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            delayed.release();
        }
    }
}
