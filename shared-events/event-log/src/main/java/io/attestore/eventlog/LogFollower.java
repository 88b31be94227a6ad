package io.attestore.eventlog;

import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the window up with the log: admits what this node wrote, and reads, checks and admits what other nodes wrote.
 * Whatever comes in must continue the chain of what is known; otherwise the log is broken.
 */
final class LogFollower {

    private static final int PAGE_ROWS = 1_000;

    private final LogWindow window;
    private final AuthenticRows authentic;
    private final HeadSignal signal;
    private final ReentrantLock admission = new ReentrantLock();
    private volatile LogHead head;

    LogFollower(LogWindow window, LogHead before, AuthenticRows authentic, HeadSignal signal) {
        this.window = window;
        this.head = before;
        this.authentic = authentic;
        this.signal = signal;
    }

    /** The newest event that this node knows to be committed. */
    LogHead head() {
        return head;
    }

    /**
     * Reads everything that is committed.
     *
     * @throws BrokenLogException if the log does not continue what this node knows
     */
    void catchUp(Connection connection) throws SQLException {
        boolean more = true;
        while (more) {
            LogHead known = head;
            List<LogRow> rows = page(connection, Math.max(0, known.position()));
            requireKnown(known, rows);
            List<LogRow> news = known.position() < 0 ? rows : rows.subList(1, rows.size());
            admitRead(news);
            more = rows.size() == PAGE_ROWS;
        }
    }

    /** Admits rows that this node has just committed under the lock; another thread may have read them already. */
    void admitWritten(List<LogRow> rows, List<CommittedEvent> events) {
        admission.lock();
        try {
            LogHead known = head;
            int done = (int) Math.clamp(known.position() + 1 - rows.getFirst().position(), 0, rows.size());
            if (done < rows.size()) {
                window.add(events.subList(done, events.size()));
                head = LogHead.of(rows.getLast());
            }
        } finally {
            admission.unlock();
        }
        signal.signal();
    }

    private void admitRead(List<LogRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        admission.lock();
        try {
            LogHead known = head;
            int done = (int) Math.clamp(known.position() + 1 - rows.getFirst().position(), 0, rows.size());
            if (done < rows.size()) {
                window.add(authentic.following(known, rows.subList(done, rows.size())));
                head = LogHead.of(rows.getLast());
            }
        } finally {
            admission.unlock();
        }
        signal.signal();
    }

    private List<LogRow> page(Connection connection, long from) throws SQLException {
        return authentic.readable(() -> LogRows.page(connection, from, Long.MAX_VALUE, PAGE_ROWS));
    }

    private void requireKnown(LogHead known, List<LogRow> rows) {
        if (known.position() >= 0
                && (rows.isEmpty() || !LogHead.of(rows.getFirst()).equals(known))) {
            throw authentic.broken("The event at position " + known.position()
                    + " is not in the log any more: it was changed, or an older backup was restored");
        }
    }

    BrokenLogException broken(String reason) {
        return authentic.broken(reason);
    }
}
