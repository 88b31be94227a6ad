package io.attestore.eventlog;

import java.time.Duration;

/**
 * The limits of the log.
 *
 * @param appendTimeLimit after which an append that is not answered fails
 * @param queueEventsMax events of this node that may wait to be written; beyond, appends are refused as overload
 * @param queueBytesMax bytes of the same
 * @param batchEventsMax events in one transaction
 * @param batchBytesMax bytes of the same, and the largest single append
 * @param windowEventsMax newest events kept in memory
 * @param windowBytesMax bytes of the same
 * @param databaseTimeout after which a silent database counts as gone
 * @param resolveTimeout for finding out whether a COMMIT whose answer was lost has happened
 * @param pollInterval between looks at the database's head when no notification comes
 * @param positionsPerPartition rows of one partition of the log
 * @param anchorEveryEvents a head is signed when this many events came since the last anchor
 * @param anchorEvery or when this time is over and there are new events
 */
public record LogSettings(
        Duration appendTimeLimit,
        int queueEventsMax,
        long queueBytesMax,
        int batchEventsMax,
        int batchBytesMax,
        int windowEventsMax,
        long windowBytesMax,
        Duration databaseTimeout,
        Duration resolveTimeout,
        Duration pollInterval,
        long positionsPerPartition,
        long anchorEveryEvents,
        Duration anchorEvery) {

    private static final LogSettings DEFAULTS = new LogSettings(
            Duration.ofSeconds(5),
            20_000,
            64L << 20,
            512,
            8 << 20,
            1 << 14,
            64L << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            10_000_000,
            10_000,
            Duration.ofMinutes(1));

    public LogSettings {
        requirePositive("appendTimeLimit", appendTimeLimit);
        requirePositive("queueEventsMax", queueEventsMax);
        requirePositive("queueBytesMax", queueBytesMax);
        requirePositive("batchEventsMax", batchEventsMax);
        requirePositive("batchBytesMax", batchBytesMax);
        requirePositive("windowEventsMax", windowEventsMax);
        requirePositive("windowBytesMax", windowBytesMax);
        requirePositive("databaseTimeout", databaseTimeout);
        requirePositive("resolveTimeout", resolveTimeout);
        requirePositive("pollInterval", pollInterval);
        requirePositive("positionsPerPartition", positionsPerPartition);
        requirePositive("anchorEveryEvents", anchorEveryEvents);
        requirePositive("anchorEvery", anchorEvery);
    }

    public static LogSettings defaults() {
        return DEFAULTS;
    }

    public LogSettings withAppendTimeLimit(Duration limit) {
        return new LogSettings(
                limit,
                queueEventsMax,
                queueBytesMax,
                batchEventsMax,
                batchBytesMax,
                windowEventsMax,
                windowBytesMax,
                databaseTimeout,
                resolveTimeout,
                pollInterval,
                positionsPerPartition,
                anchorEveryEvents,
                anchorEvery);
    }

    public LogSettings withQueue(int eventsMax, long bytesMax) {
        return new LogSettings(
                appendTimeLimit,
                eventsMax,
                bytesMax,
                batchEventsMax,
                batchBytesMax,
                windowEventsMax,
                windowBytesMax,
                databaseTimeout,
                resolveTimeout,
                pollInterval,
                positionsPerPartition,
                anchorEveryEvents,
                anchorEvery);
    }

    public LogSettings withBatch(int eventsMax, int bytesMax) {
        return new LogSettings(
                appendTimeLimit,
                queueEventsMax,
                queueBytesMax,
                eventsMax,
                bytesMax,
                windowEventsMax,
                windowBytesMax,
                databaseTimeout,
                resolveTimeout,
                pollInterval,
                positionsPerPartition,
                anchorEveryEvents,
                anchorEvery);
    }

    public LogSettings withWindow(int eventsMax, long bytesMax) {
        return new LogSettings(
                appendTimeLimit,
                queueEventsMax,
                queueBytesMax,
                batchEventsMax,
                batchBytesMax,
                eventsMax,
                bytesMax,
                databaseTimeout,
                resolveTimeout,
                pollInterval,
                positionsPerPartition,
                anchorEveryEvents,
                anchorEvery);
    }

    public LogSettings withDatabase(Duration timeout, Duration resolve, Duration poll) {
        return new LogSettings(
                appendTimeLimit,
                queueEventsMax,
                queueBytesMax,
                batchEventsMax,
                batchBytesMax,
                windowEventsMax,
                windowBytesMax,
                timeout,
                resolve,
                poll,
                positionsPerPartition,
                anchorEveryEvents,
                anchorEvery);
    }

    public LogSettings withPositionsPerPartition(long positions) {
        return new LogSettings(
                appendTimeLimit,
                queueEventsMax,
                queueBytesMax,
                batchEventsMax,
                batchBytesMax,
                windowEventsMax,
                windowBytesMax,
                databaseTimeout,
                resolveTimeout,
                pollInterval,
                positions,
                anchorEveryEvents,
                anchorEvery);
    }

    public LogSettings withAnchors(long everyEvents, Duration every) {
        return new LogSettings(
                appendTimeLimit,
                queueEventsMax,
                queueBytesMax,
                batchEventsMax,
                batchBytesMax,
                windowEventsMax,
                windowBytesMax,
                databaseTimeout,
                resolveTimeout,
                pollInterval,
                positionsPerPartition,
                everyEvents,
                every);
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
