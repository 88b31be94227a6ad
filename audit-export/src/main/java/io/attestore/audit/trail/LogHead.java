package io.attestore.audit.trail;

import io.attestore.events.log.LogReader;
import io.attestore.events.log.LogUnavailableException;

/** How far this node knows the log. Another may have indexed what this one has not heard of yet. Safe for many threads. */
final class LogHead {

    private final LogReader log;
    private final TrailSettings settings;

    LogHead(LogReader log, TrailSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    long position() {
        return log.head();
    }

    /** @throws LogUnavailableException if the log does not come as far as this position in time */
    void await(long position) {
        try {
            if (log.head() < position && !log.awaitBeyond(position - 1, settings.catchUpTimeout())) {
                throw new LogUnavailableException("The log of this node ends before position " + position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("Interrupted while waiting for the log", e);
        }
    }
}
