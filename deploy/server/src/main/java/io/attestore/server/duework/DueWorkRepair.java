package io.attestore.server.duework;

import io.attestore.events.log.LogReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the rows of due work against the states of the log: what was deleted from them, or put off, comes back. What is
 * there without a cause needs no check: it is decided on fresh state when its time comes, and does nothing. For one
 * thread.
 */
final class DueWorkRepair {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRepair.class);
    private static final Duration EVERY = Duration.ofDays(1);

    /** A node that hears of others' appends at all has heard of them by then. */
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final DueWorkRows rows;
    private final TransactionTemplate transaction;
    private final LogReader log;
    private final ExpectedWork expected;
    private final Clock clock;
    private Instant next = Instant.MIN;

    DueWorkRepair(
            DueWorkRows rows, TransactionTemplate transaction, LogReader log, ExpectedWork expected, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.log = log;
        this.expected = expected;
        this.clock = clock;
    }

    /** Does it if it was not done within a day; answers whether it did. */
    boolean whenDue() throws InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return false;
        }
        long head = log.head();
        mendPosition(head);
        AtomicLong missing = new AtomicLong();
        expected.forEach(work -> {
            if (rows.expect(work)) {
                missing.incrementAndGet();
            }
        });
        if (missing.get() > 0) {
            LOG.warn("{} rows of due work were missing or put off, and were derived anew", missing);
        }
        next = now.plus(EVERY);
        return true;
    }

    /** One beyond the log would let nothing be followed any more. What it may have skipped is in the states. */
    private void mendPosition(long head) throws InterruptedException {
        long position = rows.knownPosition().orElse(Long.MAX_VALUE);
        if (position <= head || (position < Long.MAX_VALUE && log.awaitBeyond(position - 1, CATCH_UP))) {
            return;
        }
        LOG.error("Due work says that it has followed the log beyond its end; it goes on from {}", head);
        transaction.executeWithoutResult(_ -> rows.movePosition(head));
    }
}
