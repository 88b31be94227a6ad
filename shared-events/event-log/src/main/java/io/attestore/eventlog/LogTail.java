package io.attestore.eventlog;

import io.attestore.eventlog.table.Nodes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Follows what other nodes append: at once when they notify, and by looking at the head now and then in case a
 * notification was lost. Also the node's pulse: it notices when the database is gone and when it is back.
 */
final class LogTail implements Runnable {

    private static final Duration RECONNECT_PAUSE = Duration.ofMillis(250);

    /** The driver's wait for notifications cannot be interrupted: a stop is noticed after so long at most. */
    private static final Duration WAIT_MAX = Duration.ofMillis(100);

    private final DataSource dataSource;
    private final LogFollower follower;
    private final LogHealth health;
    private final LogSettings settings;
    private final String node;
    private final IntConsumer nodes;
    private volatile boolean running = true;

    /** @param nodes is told how many nodes follow the log */
    LogTail(
            DataSource dataSource,
            LogFollower follower,
            LogHealth health,
            LogSettings settings,
            String node,
            IntConsumer nodes) {
        this.dataSource = dataSource;
        this.follower = follower;
        this.health = health;
        this.settings = settings;
        this.node = node;
        this.nodes = nodes;
    }

    void stop() {
        running = false;
    }

    @Override
    public void run() {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                follow(connection);
            } catch (SQLException e) {
                health.readFailed(e);
                pause();
            } catch (BrokenLogException e) {
                return; // health has it
            } catch (RuntimeException e) {
                health.readFailed(e);
                pause();
            }
        }
    }

    private void follow(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(
                Runnable::run,
                Math.toIntExact(
                        settings.databaseTimeout().plus(settings.pollInterval()).toMillis()));
        execute(connection, "listen " + LogNotifier.CHANNEL);
        Nodes.join(connection);
        try {
            listen(connection);
        } finally {
            Nodes.leave(connection);
            execute(connection, "unlisten *");
        }
    }

    private void listen(Connection connection) throws SQLException {
        int waitMillis = Math.toIntExact(Math.min(settings.pollInterval().toMillis(), WAIT_MAX.toMillis()));
        PGConnection notifications = connection.unwrap(PGConnection.class);
        long looked = look(connection);
        while (running) {
            PGNotification[] received = notifications.getNotifications(waitMillis);
            boolean due = System.nanoTime() - looked >= settings.pollInterval().toNanos();
            if (due) {
                nodes.accept(Nodes.count(connection));
            }
            if (due || isFromOthers(received)) {
                looked = look(connection);
            }
        }
    }

    private long look(Connection connection) throws SQLException {
        follower.catchUp(connection);
        health.readSucceeded();
        return System.nanoTime();
    }

    private boolean isFromOthers(PGNotification[] received) {
        if (received == null) {
            return false;
        }
        for (PGNotification notification : received) {
            if (!notification.getParameter().equals(node)) {
                return true;
            }
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT_PAUSE);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
