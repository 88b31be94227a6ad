package io.attestore.server.heavy;

import io.attestore.events.log.LogUnavailableException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that one thread brings and another does, or nobody: whoever is first, the one that begins or the one that gives
 * up, has it. So what the work uses is used by one thread at a time.
 */
final class PieceOfWork<T> {

    private final Supplier<T> work;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable Throwable failure;

    PieceOfWork(Supplier<T> work) {
        this.work = work;
    }

    /** Does it, unless it was given up. */
    @SuppressWarnings("PMD.AvoidCatchingThrowable")
    void begin() {
        if (!taken.compareAndSet(false, true)) {
            return;
        }
        try {
            result = work.get();
        } catch (Throwable thrown) { // it is thrown where the work was brought
            failure = thrown;
        } finally {
            ended.countDown();
        }
    }

    /** It will not be done. */
    void abandon() {
        if (taken.compareAndSet(false, true)) {
            failure = new LogUnavailableException("The server stops");
            ended.countDown();
        }
    }

    /** Its result. Waits until the deadline for it to begin, and then for its end. */
    T await(long deadlineNanos) {
        if (!endedBy(deadlineNanos) && taken.compareAndSet(false, true)) {
            throw new LogUnavailableException("Heavy work did not begin in time");
        }
        awaitEnd();
        return switch (failure) {
            case null -> resultOf();
            case RuntimeException mistake -> throw mistake;
            case Error error -> throw error;
            case Throwable checked -> throw new IllegalStateException("Heavy work failed", checked);
        };
    }

    @SuppressWarnings("NullAway") // null only if the work's own result is
    private T resultOf() {
        return result;
    }

    private boolean endedBy(long deadlineNanos) {
        try {
            return ended.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
