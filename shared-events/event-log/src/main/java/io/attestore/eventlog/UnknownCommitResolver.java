package io.attestore.eventlog;

import io.attestore.eventlog.table.LogLock;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Finds out whether a transaction whose COMMIT got no answer has happened. It takes the log's lock: the lost
 * transaction held it, so whoever has it now sees how that one ended. Then the rows are there, all of them, or none is.
 */
final class UnknownCommitResolver {

    private static final Duration PAUSE = Duration.ofMillis(100);

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

    Outcome resolve(List<LogRow> rows) throws InterruptedException {
        long begun = System.nanoTime();
        do {
            try {
                return ask(rows);
            } catch (SQLException e) {
                session.discard();
                Thread.sleep(PAUSE);
            }
        } while (System.nanoTime() - begun < timeout.toNanos());
        return Outcome.UNKNOWN;
    }

    private Outcome ask(List<LogRow> rows) throws SQLException {
        long first = rows.getFirst().position();
        long last = rows.getLast().position();
        Connection connection = session.open();
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
            if (!rows.get(i).content().eventId().equals(found.get(i).content().eventId())) {
                return false;
            }
        }
        return true;
    }
}
