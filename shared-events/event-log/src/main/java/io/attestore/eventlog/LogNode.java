package io.attestore.eventlog;

import io.attestore.eventlog.table.KeyRows;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;

/** The running parts of the log on this node: what takes appends in, and the threads that work on them. */
final class LogNode implements AutoCloseable {

    private static final int EVENTS_PER_APPEND_MAX = 1_000;

    /** A deletion of ten parameters of a hundred versions each takes 1,000 of them. */
    private static final int KEY_ROWS_PER_APPEND_MAX = 2_000;

    private final EventEncoding encoding;
    private final LogSettings settings;
    private final AppendQueue queue;
    private final AppendDeadlines deadlines;
    private final LogHistory history;
    private final HeadSignal signal;
    private final LogHealth health;
    private final LogMetrics metrics;
    private final ExecutorService completions;
    private final LogThreads threads;

    LogNode(
            EventEncoding encoding,
            LogSettings settings,
            AppendQueue queue,
            LogHistory history,
            HeadSignal signal,
            LogHealth health,
            LogMetrics metrics,
            ExecutorService completions,
            LogThreads threads) {
        this.encoding = encoding;
        this.settings = settings;
        this.queue = queue;
        this.deadlines = new AppendDeadlines(settings.appendTimeLimit());
        this.history = history;
        this.signal = signal;
        this.health = health;
        this.metrics = metrics;
        this.completions = completions;
        this.threads = threads;
    }

    LogHistory history() {
        return history;
    }

    /** How often an append was rejected for a key that is under one that is not in force. */
    long keyRefusals() {
        return metrics.keysNotInForce();
    }

    HeadSignal signal() {
        return signal;
    }

    LogStatus status() {
        LogStatus status = health.status(history.head());
        return status instanceof LogStatus.Writable && !threads.isWriterAlive()
                ? new LogStatus.Unavailable("The writer has ended")
                : status;
    }

    void broke(String reason) {
        health.broke(new BrokenLogException(reason));
    }

    /** Encodes and hashes, on the caller's thread; refuses what the database would refuse. */
    PendingAppend accept(
            AppendCondition condition,
            List<Tolerance> tolerances,
            List<TaggedEventMessage<?>> events,
            List<KeyRowChange> keyRows) {
        if (events.size() > EVENTS_PER_APPEND_MAX || keyRows.size() > KEY_ROWS_PER_APPEND_MAX) {
            throw new IllegalArgumentException("An append has at most " + EVENTS_PER_APPEND_MAX + " events and "
                    + KEY_ROWS_PER_APPEND_MAX + " key rows");
        }
        keyRows.forEach(LogNode::requireFits);
        FlatCondition flat = FlatCondition.of(condition, tolerances);
        List<EncodedEvent> encoded = encoding.encode(events);
        PendingAppend append = new PendingAppend(flat, encoded, keyRows, System.nanoTime(), completions);
        if (append.bytes > settings.batchBytesMax()) {
            throw new IllegalArgumentException("An append has at most " + settings.batchBytesMax() + " bytes");
        }
        return append;
    }

    /** Queues the append; never waits. */
    CompletableFuture<Long> submit(PendingAppend append) {
        try {
            health.requireWhole();
            queue.add(append);
        } catch (LogOverloadedException e) {
            metrics.overload();
            throw e;
        } catch (BrokenLogException e) {
            throw new LogUnavailableException("The log is broken: not recorded", e);
        }
        deadlines.watch(append);
        return append.lastPosition();
    }

    @Override
    public void close() {
        queue.close();
        threads.close(settings.appendTimeLimit().plus(Duration.ofSeconds(1)));
        deadlines.close();
        completions.shutdown();
    }

    private static void requireFits(KeyRowChange change) {
        String id = change.id();
        if (id.isEmpty() || id.length() > KeyRows.ID_LENGTH_MAX || id.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A key row's id has 1 to " + KeyRows.ID_LENGTH_MAX + " characters");
        }
        if (change instanceof KeyRowChange.Put put && put.wrappedKey().length() > KeyRows.WRAPPED_BYTES_MAX) {
            throw new IllegalArgumentException("A wrapped key has at most " + KeyRows.WRAPPED_BYTES_MAX + " bytes");
        }
    }
}
