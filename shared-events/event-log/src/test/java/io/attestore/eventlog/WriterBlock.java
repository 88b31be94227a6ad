package io.attestore.eventlog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Holds the log's lock, as a node does that is slow: all writers wait. */
final class WriterBlock {

    /** The key of the lock under which appends are ordered. */
    private static final long LOCK = 0x41545445_53544c47L;

    private static final String WAITING = "select pid from pg_locks where locktype = 'advisory' and not granted"
            + " and database = (select oid from pg_database where datname = current_database())";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

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

    /** Waits until so many others wait for the lock: the processes that do. */
    static List<Integer> awaitWaiting(Connection connection, int count) throws SQLException, InterruptedException {
        return await(connection, waiting -> waiting.size() == count);
    }

    /** Waits until none of these processes waits for the lock any more. */
    static void awaitGone(Connection connection, List<Integer> processes) throws SQLException, InterruptedException {
        await(connection, waiting -> Collections.disjoint(waiting, processes));
    }

    private static List<Integer> await(Connection connection, Predicate<List<Integer>> enough)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Integer> waiting = waiting(connection);
        while (!enough.test(waiting)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("For the lock wait " + waiting);
            }
            Thread.sleep(5);
            waiting = waiting(connection);
        }
        return waiting;
    }

    private static List<Integer> waiting(Connection connection) throws SQLException {
        List<Integer> waiting = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(WAITING)) {
            while (result.next()) {
                waiting.add(result.getInt(1));
            }
        }
        return waiting;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
