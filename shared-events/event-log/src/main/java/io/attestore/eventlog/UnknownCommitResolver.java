package io.attestore.eventlog;

import io.attestore.eventlog.table.Backend;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogLock;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Finds out whether a transaction that got no answer has happened. It may be on its way still, not even at the log's
 * lock: so first the database's process that works for the lost connection is ended, if it is there, and waited for.
 * Then the rows are there, all of them, or never will be.
 */
final class UnknownCommitResolver {

    private static final Duration PAUSE = Duration.ofMillis(100);

    /** For the end of the process, at a time: a commit waits for the disk. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    enum Outcome {
        WRITTEN,
        NOT_WRITTEN,
        /** The database could not be asked in time. */
        UNKNOWN
    }

    private final WriterSession session;
    private final Duration timeout;

    UnknownCommitResolver(WriterSession session, Duration timeout) {
        this.session = session;
        this.timeout = timeout;
    }

    /** @param by the process that the transaction was sent to */
    Outcome resolve(List<LogRow> rows, Backend by) throws InterruptedException {
        long begun = System.nanoTime();
        do {
            try {
                Connection connection = session.forTransaction();
                if (by.end(connection, PATIENCE)) {
                    return ask(rows, connection);
                }
                session.rollback();
            } catch (SQLException e) {
                session.discard();
            }
            Thread.sleep(PAUSE);
        } while (System.nanoTime() - begun < timeout.toNanos());
        return Outcome.UNKNOWN;
    }

    private static Outcome ask(List<LogRow> rows, Connection connection) throws SQLException {
        long first = rows.getFirst().position();
        long last = rows.getLast().position();
        LogLock.take(connection, first);
        List<LogRow> found = LogRows.page(connection, first, last, rows.size());
        connection.rollback();
        return isSame(rows, found) ? Outcome.WRITTEN : Outcome.NOT_WRITTEN;
    }

    private static boolean isSame(List<LogRow> rows, List<LogRow> found) {
        if (rows.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean isThis = LogHead.of(rows.get(i)).equals(LogHead.of(found.get(i)))
                    && Arrays.equals(rows.get(i).mac(), found.get(i).mac());
            if (!isThis) {
                return false;
            }
        }
        return true;
    }
}
