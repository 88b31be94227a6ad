package io.attestore.eventlog;

import io.attestore.eventlog.table.Backend;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The writer's connection: opened when needed, kept, thrown away after any doubt. No statement waits for ever: not for
 * a silent server, not for another node's lock; and a node that stalls within a transaction loses its lock soon, since
 * no other node can write until then.
 */
final class WriterSession {

    /**
     * Few statements, over and over: planning each anew would cost more than reading back what was written. Parameters:
     * time to wait for a lock, time a transaction may idle, time it may take, all in milliseconds.
     */
    private static final String LIMITS = """
            set lock_timeout = %d;
            set idle_in_transaction_session_timeout = %d;
            set transaction_timeout = %d;
            set plan_cache_mode = force_generic_plan;
            select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'
            """;

    /** A node that works needs a few milliseconds from one statement to the next. */
    private static final int STALL_MILLIS_MAX = 2_000;

    private final DataSource dataSource;
    private final int timeoutMillis;
    private @Nullable Connection connection;
    private @Nullable Backend backend;

    WriterSession(DataSource dataSource, Duration timeout) {
        this.dataSource = dataSource;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** For a transaction of several statements: the open connection or a new one, READ COMMITTED, no autocommit. */
    Connection forTransaction() throws SQLException {
        Connection open = open();
        open.setAutoCommit(false);
        return open;
    }

    /** For statements that are a transaction each: the open connection or a new one, READ COMMITTED, autocommit. */
    Connection forStatement() throws SQLException {
        Connection open = open();
        open.setAutoCommit(true);
        return open;
    }

    /** The process that works for the connection, or worked for the last one. */
    Backend backend() {
        if (backend == null) {
            throw new IllegalStateException("There was no connection yet");
        }
        return backend;
    }

    /** Rolls back and keeps the connection if that went well. */
    void rollback() {
        if (connection != null) {
            try {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
            } catch (SQLException e) {
                discard();
            }
        }
    }

    /** Cuts the connection: what was not committed on it never will be, as soon as the server notices. */
    void discard() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            cut(open);
        }
    }

    /** Gives the connection back as it was. */
    void close() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try (open) {
            if (!open.getAutoCommit()) {
                open.rollback();
                open.setAutoCommit(true);
            }
            try (Statement statement = open.createStatement()) {
                statement.execute("reset all");
            }
        } catch (SQLException e) {
            cut(open);
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = prepared(dataSource.getConnection());
            connection = open;
        }
        return open;
    }

    private Connection prepared(Connection opened) throws SQLException {
        try {
            opened.setNetworkTimeout(Runnable::run, timeoutMillis);
            opened.setAutoCommit(true);
            opened.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (Statement statement = opened.createStatement()) {
                statement.execute(LIMITS.formatted(
                        timeoutMillis * 4L / 5, Math.min(timeoutMillis, STALL_MILLIS_MAX), timeoutMillis));
            }
            backend = Backend.of(opened);
            return opened;
        } catch (SQLException | RuntimeException e) {
            cut(opened);
            throw e;
        }
    }

    private static void cut(Connection open) {
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            // it is gone already
        }
        try {
            open.close();
        } catch (SQLException e) {
            // it is gone already
        }
    }
}
