package io.attestore.eventlog;

import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogLock;
import io.attestore.events.log.LogUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Writes the log: one thread per node takes all that waits and commits it as one transaction under the log's lock.
 *
 * <p>A transaction that failed before COMMIT was sent fails its appends ("not recorded"). One whose COMMIT got no
 * answer is looked up before anybody is answered. If the database refuses a row, the appends of that batch are written
 * one by one, so that the culprit fails alone.
 */
final class LogWriter implements Runnable {

    /** More foreign events than this are read without holding the lock. */
    private static final long FOREIGN_EVENTS_UNDER_LOCK_MAX = 2_000;

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final int LOCK_ATTEMPTS = 5;

    /** Data exception, integrity violation, limit exceeded, not supported: the statement's fault, not the server's. */
    private static final Set<String> REFUSAL_CLASSES = Set.of("22", "23", "54", "0A");

    private final AppendQueue queue;
    private final LogSettings settings;
    private final WriterSession session;
    private final LogFollower follower;
    private final AppendConditions conditions;
    private final UnknownCommitResolver resolver;
    private final LogHealth health;
    private final LogMetrics metrics;
    private final Runnable committed;

    LogWriter(
            AppendQueue queue,
            LogSettings settings,
            WriterSession session,
            LogFollower follower,
            AppendConditions conditions,
            LogHealth health,
            LogMetrics metrics,
            Runnable committed) {
        this.queue = queue;
        this.settings = settings;
        this.session = session;
        this.follower = follower;
        this.conditions = conditions;
        this.resolver = new UnknownCommitResolver(session, settings.resolveTimeout());
        this.health = health;
        this.metrics = metrics;
        this.committed = committed;
    }

    /** Runs until the queue is closed and empty. */
    @Override
    public void run() {
        try {
            while (!queue.isDrained()) {
                List<PendingAppend> appends = queue.take(settings.batchEventsMax(), settings.batchBytesMax(), IDLE);
                if (!appends.isEmpty()) {
                    writeOrStop(appends);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            broke(e);
        } finally {
            session.close();
        }
    }

    /** What nobody has foreseen must neither end the thread unnoticed nor be followed by more writing. */
    private void writeOrStop(List<PendingAppend> appends) throws InterruptedException {
        try {
            write(appends);
        } catch (RuntimeException | Error e) {
            broke(e);
            session.discard();
            fail(appends, new LogUnavailableException("The log's writer failed: may have been recorded", e));
        }
    }

    private void broke(Throwable e) {
        health.broke(new BrokenLogException("The writer failed: " + e));
    }

    private void write(List<PendingAppend> appends) throws InterruptedException {
        long begun = System.nanoTime();
        AppendBatch batch;
        try {
            health.requireWhole();
            batch = prepare(appends);
        } catch (SQLException e) {
            failedBeforeCommit(appends, e);
            return;
        } catch (RuntimeException e) {
            session.discard();
            fail(appends, new LogUnavailableException("The log cannot be written: not recorded", e));
            return;
        }
        if (commit(appends, batch)) {
            metrics.committed(batch.rows().size(), Duration.ofNanos(System.nanoTime() - begun));
            batch.answer(metrics);
        }
    }

    private AppendBatch prepare(List<PendingAppend> appends) throws SQLException {
        Connection connection = session.open();
        LogHead head = lockAndCatchUp(connection);
        return AppendBatch.write(appends, head, conditions, connection);
    }

    private LogHead lockAndCatchUp(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            LogHead inLog = LogLock.take(connection, follower.head().position());
            LogHead known = follower.head();
            if (inLog.equals(known)) {
                return known;
            }
            boolean far = inLog.position() - known.position() > FOREIGN_EVENTS_UNDER_LOCK_MAX;
            if (far && attempt < LOCK_ATTEMPTS) {
                connection.rollback();
                follower.catchUp(connection);
                connection.rollback();
            } else {
                follower.catchUp(connection);
                return follower.head();
            }
        }
    }

    /** Answers whether the batch is durable; if not, its callers have been told. */
    private boolean commit(List<PendingAppend> appends, AppendBatch batch) throws InterruptedException {
        if (batch.rows().isEmpty()) {
            session.rollback();
            health.writeSucceeded();
            return true;
        }
        try {
            session.open().commit();
        } catch (SQLException e) {
            metrics.unknownCommit();
            session.discard();
            if (!isResolvedAsWritten(appends, batch, e)) {
                return false;
            }
        }
        health.writeSucceeded();
        follower.admitWritten(batch.rows(), batch.events());
        committed.run();
        return true;
    }

    private boolean isResolvedAsWritten(List<PendingAppend> appends, AppendBatch batch, SQLException lost)
            throws InterruptedException {
        return switch (resolver.resolve(batch.rows())) {
            case WRITTEN -> true;
            case NOT_WRITTEN -> {
                health.writeFailed(lost);
                fail(appends, new LogUnavailableException("The commit failed: not recorded", lost));
                yield false;
            }
            case UNKNOWN -> {
                health.writeFailed(lost);
                fail(appends, new LogUnavailableException("The commit was not answered: may have been recorded", lost));
                yield false;
            }
        };
    }

    private void failedBeforeCommit(List<PendingAppend> appends, SQLException cause) throws InterruptedException {
        if (!isRefusal(cause)) {
            session.discard();
            health.writeFailed(cause);
            fail(appends, new LogUnavailableException("The log's database failed: not recorded", cause));
            return;
        }
        session.rollback();
        if (appends.size() == 1) {
            fail(appends, new LogUnavailableException("The database refused the events: not recorded", cause));
            return;
        }
        for (PendingAppend append : appends) {
            write(List.of(append));
        }
    }

    private static boolean isRefusal(SQLException e) {
        String state = e.getSQLState();
        return state != null && state.length() == 5 && REFUSAL_CLASSES.contains(state.substring(0, 2));
    }

    private static void fail(List<PendingAppend> appends, LogUnavailableException failure) {
        appends.forEach(append -> append.fail(failure));
    }
}
