package io.attestore.eventlog;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this node knows of its log's condition. Safe for many threads. */
final class LogHealth {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogHealth.class);

    private final long freshNanos;
    private final AtomicReference<@Nullable BrokenLogException> broken = new AtomicReference<>();
    private volatile boolean writeFailed;
    private volatile boolean readFailed;
    private volatile long lastAnswerNanos = System.nanoTime();

    /** @param fresh how old the database's last answer may be */
    LogHealth(Duration fresh) {
        freshNanos = fresh.toNanos();
    }

    void readSucceeded() {
        lastAnswerNanos = System.nanoTime();
        if (readFailed) {
            readFailed = false;
            LOGGER.info("The log's database answers again");
        }
    }

    void readFailed(Exception cause) {
        if (!readFailed) {
            LOGGER.warn("The log's database does not answer", cause);
        }
        readFailed = true;
    }

    void writeSucceeded() {
        lastAnswerNanos = System.nanoTime();
        if (writeFailed) {
            writeFailed = false;
            LOGGER.info("The log can be written again");
        }
    }

    void writeFailed(Exception cause) {
        if (!writeFailed) {
            LOGGER.warn("The log cannot be written", cause);
        }
        writeFailed = true;
    }

    boolean isWriteFailing() {
        return writeFailed;
    }

    /** The first reason stays: nothing mends a broken log but a restart after a person has looked. */
    void broke(BrokenLogException reason) {
        if (broken.compareAndSet(null, reason)) {
            LOGGER.error("The log is broken; this node stops writing", reason);
        }
    }

    void requireWhole() {
        BrokenLogException reason = broken.get();
        if (reason != null) {
            throw reason;
        }
    }

    LogStatus status(long head) {
        BrokenLogException reason = broken.get();
        if (reason != null) {
            return new LogStatus.Broken(String.valueOf(reason.getMessage()));
        }
        if (writeFailed) {
            return new LogStatus.Unavailable("The last attempt to write failed");
        }
        if (readFailed || System.nanoTime() - lastAnswerNanos > freshNanos) {
            return new LogStatus.Unavailable("The database does not answer");
        }
        return new LogStatus.Writable(head);
    }
}
