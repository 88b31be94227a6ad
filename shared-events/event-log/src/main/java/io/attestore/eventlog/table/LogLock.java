package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The lock under which the log's order is made: a node that holds it alone knows the head, and what it commits comes
 * next. PostgreSQL gives it back when the transaction ends, in whatever way.
 */
public final class LogLock {

    static final long APPEND = 0x41545445_53544c47L;
    static final long PARTITIONS = 0x41545445_53545054L;
    static final long NODES = 0x41545445_53544e44L;
    static final long SEAL = 0x41545445_5354534cL;
    static final long KEYS_DIRECTORY = 0x41545445_53544b44L;

    /** Two statements: the snapshot of the second is taken when the lock is held. Parameter: the least position. */
    private static final String LOCK_AND_HEAD = "select pg_advisory_xact_lock(" + APPEND + "); "
            + "select position, hash from event_log where position >= ? order by position desc limit 1";

    /** Takes a transaction id, which a read-only server refuses, and makes it durable. Parameter: milliseconds. */
    private static final String TRY = """
            set local lock_timeout = %d;
            select pg_advisory_xact_lock(%d);
            select pg_current_xact_id()
            """;

    private LogLock() {}

    /** Takes the lock, begins to write, and gives it back: fails if an append would. */
    public static void tryTransaction(Connection connection, Duration timeout) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TRY.formatted(timeout.toMillis(), APPEND));
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Takes the lock for the running transaction (READ COMMITTED) and reads the head, in one round trip.
     *
     * @param known a position that should be in the log: below it nothing is looked for
     * @return the head, or {@link LogHead#EMPTY} if nothing stands at the known position or beyond
     */
    public static LogHead take(Connection connection, long known) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_HEAD)) {
            statement.setLong(1, Math.max(0, known));
            statement.execute();
            statement.getMoreResults();
            try (ResultSet result = statement.getResultSet()) {
                return result.next() ? new LogHead(result.getLong(1), result.getBytes(2)) : LogHead.EMPTY;
            }
        }
    }
}
