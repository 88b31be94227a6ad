package io.attestore.eventlog;

import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.LogUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * An append on its way from the caller to the disk. It is taken by the writer once, or given up once while it waits; it
 * is answered once, whoever comes first; what follows from the answer never runs on the thread that answers.
 */
final class PendingAppend {

    private enum Stage {
        QUEUED,
        TAKEN,
        GIVEN_UP
    }

    private sealed interface Outcome {

        record Durable(long lastPosition) implements Outcome {}

        record Failed(RuntimeException why) implements Outcome {}
    }

    final FlatCondition condition;
    final List<EncodedEvent> events;
    final List<KeyRowChange> keyRows;
    final int bytes;
    final long acceptedNanos;

    private final Executor completions;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    private final CompletableFuture<Long> lastPosition = new CompletableFuture<>();
    private volatile @Nullable Thread waiter;

    PendingAppend(
            FlatCondition condition,
            List<EncodedEvent> events,
            List<KeyRowChange> keyRows,
            long acceptedNanos,
            Executor completions) {
        this.condition = condition;
        this.events = events;
        this.keyRows = keyRows;
        this.bytes = bytes(events, keyRows);
        this.acceptedNanos = acceptedNanos;
        this.completions = completions;
    }

    /** The position of the append's last event, when all of them are durable. */
    CompletableFuture<Long> lastPosition() {
        return lastPosition;
    }

    /** Answers whether it is the writer's now; if not, its caller has given up and it must not be written. */
    boolean take() {
        return stage.compareAndSet(Stage.QUEUED, Stage.TAKEN);
    }

    void giveUp(String why) {
        boolean unwritten = stage.compareAndSet(Stage.QUEUED, Stage.GIVEN_UP);
        fail(new LogUnavailableException(why + (unwritten ? ": not recorded" : ": may have been recorded")));
    }

    boolean isAnswered() {
        return outcome.get() != null;
    }

    void succeed(long position) {
        answer(new Outcome.Durable(position));
    }

    void fail(RuntimeException failure) {
        answer(new Outcome.Failed(failure));
    }

    /**
     * Waits until the append is answered, which its deadline sees to, and completes the future on this thread. An
     * interruption is kept for later: the outcome of what is being written is worth the wait.
     */
    void awaitAnswer() {
        waiter = Thread.currentThread();
        boolean interrupted = false;
        while (!isAnswered()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        complete();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first answer counts. Whoever waits is woken; otherwise a thread of its own tells who asks later. */
    private void answer(Outcome answer) {
        if (!outcome.compareAndSet(null, answer)) {
            return;
        }
        Thread waiting = waiter;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        } else {
            completions.execute(this::complete);
        }
    }

    private void complete() {
        switch (outcome.get()) {
            case Outcome.Durable(long position) -> lastPosition.complete(position);
            case Outcome.Failed(RuntimeException failure) -> lastPosition.completeExceptionally(failure);
            case null -> throw new IllegalStateException("Not answered yet");
        }
    }

    private static int bytes(List<EncodedEvent> events, List<KeyRowChange> keyRows) {
        int bytes = 0;
        for (EncodedEvent event : events) {
            bytes += event.content().bytes();
        }
        for (KeyRowChange change : keyRows) {
            bytes += bytes(change);
        }
        return bytes;
    }

    private static int bytes(KeyRowChange change) {
        return switch (change) {
            case KeyRowChange.Put put -> put.id().length() + put.wrappedKey().length();
            case KeyRowChange.Destroy destroy -> destroy.id().length();
        };
    }
}
