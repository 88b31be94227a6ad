package io.attestore.eventlog;

import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.LogUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.AppendCondition;

/**
 * An append on its way from the caller to the disk. It is taken by the writer once, or given up once while it waits; it
 * is answered once, whoever comes first, and never on the thread that answers.
 */
final class PendingAppend {

    private enum Stage {
        QUEUED,
        TAKEN,
        GIVEN_UP
    }

    final AppendCondition condition;
    final List<EncodedEvent> events;
    final List<KeyRowChange> keyRows;
    final int bytes;
    final long acceptedNanos;

    private final Executor completions;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
    private final CompletableFuture<Long> lastPosition = new CompletableFuture<>();

    PendingAppend(
            AppendCondition condition,
            List<EncodedEvent> events,
            List<KeyRowChange> keyRows,
            long acceptedNanos,
            Executor completions) {
        this.condition = condition;
        this.events = events;
        this.keyRows = keyRows;
        this.bytes = events.stream().mapToInt(event -> event.content().bytes()).sum()
                + keyRows.stream().mapToInt(PendingAppend::bytes).sum();
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
        return lastPosition.isDone();
    }

    void succeed(long position) {
        completions.execute(() -> lastPosition.complete(position));
    }

    void fail(RuntimeException failure) {
        completions.execute(() -> lastPosition.completeExceptionally(failure));
    }

    private static int bytes(KeyRowChange change) {
        return switch (change) {
            case KeyRowChange.Put put -> put.id().length() + put.wrappedKey().length();
            case KeyRowChange.Destroy destroy -> destroy.id().length();
        };
    }
}
