package io.attestore.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Tells the other nodes that there is something new, after it is committed and off the writer's thread: a NOTIFY within
 * the transaction would make all commits of the database wait for one another. Several commits may be one notification;
 * a lost one is made good by the others' polling, so it need not be on the disk. A node that is alone tells nobody.
 */
final class LogNotifier implements Runnable {

    static final String CHANNEL = "attestore_event_log";

    private static final String NOTIFY = "select pg_notify('" + CHANNEL + "', ?)";
    private static final String HINTS_NEED_NOT_LAST = "set synchronous_commit = off";
    private static final long LOOK_MILLIS = 200;

    /** Between two notifications: a busy node tells no more often than this. */
    private static final long REST_MILLIS = 10;

    private final DataSource dataSource;
    private final Duration databaseTimeout;
    private final String node;
    private final Semaphore due = new Semaphore(0);
    private volatile boolean hasOthers = true;
    private volatile boolean running = true;

    LogNotifier(DataSource dataSource, Duration databaseTimeout, String node) {
        this.dataSource = dataSource;
        this.databaseTimeout = databaseTimeout;
        this.node = node;
    }

    void committed() {
        if (hasOthers) {
            due.release();
        }
    }

    /** @param nodes how many follow the log; news of it may come a poll interval late, as a lost notification does */
    void nodes(int nodes) {
        hasOthers = nodes > 1;
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(true);
                connection.setNetworkTimeout(Runnable::run, Math.toIntExact(databaseTimeout.toMillis()));
                execute(connection, HINTS_NEED_NOT_LAST);
                notifyOthers(connection);
                execute(connection, "reset synchronous_commit");
            } catch (SQLException e) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void notifyOthers(Connection connection) throws SQLException, InterruptedException {
        try (PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
            statement.setString(1, node);
            while (running) {
                if (due.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    due.drainPermits();
                    statement.execute();
                    Thread.sleep(REST_MILLIS);
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
