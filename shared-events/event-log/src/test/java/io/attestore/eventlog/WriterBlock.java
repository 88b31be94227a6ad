package io.attestore.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Holds the log's lock, as a node does that is slow: all writers wait. */
final class WriterBlock {

    /** The key of the lock under which appends are ordered. */
    private static final long LOCK = 0x41545445_53544c47L;

    private WriterBlock() {}

    static Connection on(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(true);
        execute(connection, "select pg_advisory_lock(" + LOCK + ")");
        return connection;
    }

    static void release(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_unlock_all()");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
