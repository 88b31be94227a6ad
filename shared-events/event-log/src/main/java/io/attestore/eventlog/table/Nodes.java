package io.attestore.eventlog.table;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which nodes follow the log: each holds a shared lock of the database by the connection that it listens on, and with
 * the connection the lock is gone.
 */
public final class Nodes {

    private static final String JOIN = "select pg_advisory_lock_shared(" + LogLock.NODES + ")";
    private static final String LEAVE = "select pg_advisory_unlock_shared(" + LogLock.NODES + ")";

    /** A lock's 64 bits are in two columns (manual, 53.12, pg_locks). */
    private static final String COUNT = "select count(*) from pg_locks where locktype = 'advisory' and granted"
            + " and database = (select oid from pg_database where datname = current_database())"
            + " and classid = " + (LogLock.NODES >>> 32) + " and objid = " + (LogLock.NODES & 0xffff_ffffL)
            + " and objsubid = 1";

    private Nodes() {}

    public static void join(Connection connection) throws SQLException {
        execute(connection, JOIN);
    }

    public static void leave(Connection connection) throws SQLException {
        execute(connection, LEAVE);
    }

    /** How many there are, this one included if it has joined. */
    public static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(COUNT)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
