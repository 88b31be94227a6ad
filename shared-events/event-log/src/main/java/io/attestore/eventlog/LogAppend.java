package io.attestore.eventlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Axon's view of an append: nothing happens before commit, which queues it and answers when it is durable.
 *
 * <p>A virtual thread that commits waits right here and goes on by itself: one wake-up per append, where a future that
 * another thread completes costs three hand-overs. A platform thread gets the future at once.
 */
final class LogAppend implements AppendTransaction<Long> {

    private final LogNode node;
    private final PendingAppend append;
    private final AtomicBoolean finished = new AtomicBoolean();

    LogAppend(LogNode node, PendingAppend append) {
        this.node = node;
        this.append = append;
    }

    @Override
    public CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
        if (finished.getAndSet(true)) {
            return CompletableFuture.failedFuture(new IllegalStateException("Already committed or rolled back"));
        }
        try {
            CompletableFuture<Long> durable = node.submit(append);
            if (Thread.currentThread().isVirtual()) {
                append.awaitAnswer();
            }
            return durable;
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void rollback(@Nullable ProcessingContext context) {
        finished.set(true);
    }

    @Override
    public CompletableFuture<ConsistencyMarker> afterCommit(Long last, @Nullable ProcessingContext context) {
        return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(last));
    }

    /** An append of nothing. */
    record Empty(AppendCondition condition) implements AppendTransaction<Long> {

        @Override
        public CompletableFuture<Long> commit(@Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(-1L);
        }

        @Override
        public void rollback(@Nullable ProcessingContext context) {}

        @Override
        public CompletableFuture<ConsistencyMarker> afterCommit(Long last, @Nullable ProcessingContext context) {
            return CompletableFuture.completedFuture(condition.consistencyMarker());
        }
    }
}
