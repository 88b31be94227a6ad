package io.attestore.eventlog;

import io.attestore.eventlog.seal.RowMac;
import io.attestore.events.log.LogUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Writes the log: one thread per node takes all that waits and commits it as one transaction ({@link
 * BatchTransactions}).
 *
 * <p>A transaction that failed for certain fails its appends ("not recorded"). One that got no answer when it could
 * have been committed is looked up before anybody is answered. If the database refuses a row, the appends of that batch
 * are written one by one, so that the culprit fails alone; if it is for a group of keys that has rolled, all but those under
 * its replaced key are written together.
 */
final class LogWriter implements Runnable {

    private static final Duration IDLE = Duration.ofMillis(200);

    private final AppendQueue queue;
    private final LogSettings settings;
    private final WriterSession session;
    private final LogFollower follower;
    private final BatchTransactions transactions;
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
            RowMac mac,
            LogHealth health,
            LogMetrics metrics,
            Runnable committed) {
        this.queue = queue;
        this.settings = settings;
        this.session = session;
        this.follower = follower;
        this.transactions = new BatchTransactions(session, follower, conditions, mac);
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
        try {
            settle(appends, transactions::write);
        } catch (SQLException refusal) {
            if (!BatchTransactions.isOfReplacedKey(refusal) || !isWrittenUnderKeysInForce(appends)) {
                writeOneByOne(appends);
            }
        }
    }

    /** Whether all have got their answer. */
    private boolean isWrittenUnderKeysInForce(List<PendingAppend> appends) throws InterruptedException {
        try {
            settle(appends, transactions::writeUnderKeysInForce);
            return true;
        } catch (SQLException refusal) {
            return false;
        }
    }

    private void writeOneByOne(List<PendingAppend> appends) throws InterruptedException {
        for (PendingAppend append : appends) {
            writeAlone(append);
        }
    }

    private void writeAlone(PendingAppend append) throws InterruptedException {
        List<PendingAppend> alone = List.of(append);
        try {
            settle(alone, transactions::writeStepByStep);
        } catch (SQLException refusal) {
            fail(alone, reasonOf(refusal));
        }
    }

    private RuntimeException reasonOf(SQLException refusal) {
        if (BatchTransactions.isOfReplacedKey(refusal)) {
            metrics.keyNotInForce();
            metrics.conflict();
            return AppendBatch.underReplacedKey();
        }
        return new LogUnavailableException("The database refused the events: not recorded", refusal);
    }

    private interface Transaction {
        BatchAttempt write(List<PendingAppend> appends) throws SQLException;
    }

    /**
     * Writes the appends and answers them.
     *
     * @throws SQLException if the database refuses the content; nobody is answered then
     */
    private void settle(List<PendingAppend> appends, Transaction transaction)
            throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        BatchAttempt attempt;
        try {
            health.requireWhole();
            attempt = transaction.write(appends);
        } catch (SQLException e) {
            session.rollback();
            if (BatchTransactions.isRefusal(e)) {
                throw e;
            }
            session.discard();
            health.writeFailed(e);
            fail(appends, new LogUnavailableException("The log's database failed: not recorded", e));
            return;
        } catch (BrokenLogException e) {
            session.discard();
            fail(appends, new LogUnavailableException("The log is broken: may have been recorded", e));
            return;
        } catch (RuntimeException e) {
            session.discard();
            fail(appends, new LogUnavailableException("The log cannot be written: not recorded", e));
            return;
        }
        switch (attempt) {
            case BatchAttempt.Written(AppendBatch batch) -> written(batch, begun);
            case BatchAttempt.Lost lost -> lookUp(appends, lost, begun);
            case BatchAttempt.Overtaken overtaken -> throw new IllegalStateException("Overtaken, and not written");
        }
    }

    private void written(AppendBatch batch, long begun) {
        if (!batch.isEmpty()) {
            health.writeSucceeded();
            follower.admitWritten(batch.rows(), batch.events());
            committed.run();
        }
        metrics.committed(batch.rows().size(), Duration.ofNanos(System.nanoTime() - begun));
        batch.answer(metrics);
    }

    private void lookUp(List<PendingAppend> appends, BatchAttempt.Lost lost, long begun) throws InterruptedException {
        metrics.unknownCommit();
        session.discard();
        switch (resolver.resolve(lost.batch().rows(), lost.by())) {
            case WRITTEN -> written(lost.batch(), begun);
            case NOT_WRITTEN -> {
                health.writeFailed(lost.why());
                fail(appends, new LogUnavailableException("The commit failed: not recorded", lost.why()));
            }
            case UNKNOWN -> {
                health.writeFailed(lost.why());
                fail(
                        appends,
                        new LogUnavailableException("The commit was not answered: may have been recorded", lost.why()));
            }
        }
    }

    private static void fail(List<PendingAppend> appends, RuntimeException failure) {
        appends.forEach(append -> append.fail(failure));
    }
}
