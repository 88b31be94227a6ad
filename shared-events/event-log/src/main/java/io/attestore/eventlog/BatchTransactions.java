package io.attestore.eventlog;

import io.attestore.eventlog.seal.RowMac;
import io.attestore.eventlog.table.AppendFunction;
import io.attestore.eventlog.table.KeyGroups;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Writes batches, each as one transaction under the log's lock.
 *
 * <p><b>At once:</b> while this node alone writes, it decides on the head that it knows and sends the batch as one
 * call, which is written only if that is the head: one round trip, with the lock taken, and the disk waited for, inside
 * of it.
 * <b>Step by step:</b> when others write too, it takes the lock, reads what is new, decides, writes and commits.
 *
 * <p>For one thread.
 */
final class BatchTransactions {

    /** More foreign events than this are read without holding the lock. */
    private static final long FOREIGN_EVENTS_UNDER_LOCK_MAX = 2_000;

    private static final int LOCK_ATTEMPTS = 5;

    /** Data exception, integrity violation, limit exceeded, not supported: the statement's fault, not the server's. */
    private static final Set<String> REFUSAL_CLASSES = Set.of("22", "23", "54", "0A");

    private final WriterSession session;
    private final LogFollower follower;
    private final AppendConditions conditions;
    private final RowMac mac;
    private boolean othersWrite;

    BatchTransactions(WriterSession session, LogFollower follower, AppendConditions conditions, RowMac mac) {
        this.session = session;
        this.follower = follower;
        this.conditions = conditions;
        this.mac = mac;
    }

    /** @throws SQLException if nothing was written */
    BatchAttempt write(List<PendingAppend> appends) throws SQLException {
        if (!othersWrite) {
            BatchAttempt attempt = writeAtOnce(appends);
            if (!(attempt instanceof BatchAttempt.Overtaken)) {
                return attempt;
            }
        }
        return writeStepByStep(appends);
    }

    private BatchAttempt writeAtOnce(List<PendingAppend> appends) throws SQLException {
        Connection connection = session.forStatement();
        LogHead head = follower.head();
        AppendBatch batch = AppendBatch.decide(appends, head, KeyRowPlan.hopeful(), conditions, mac, connection);
        if (batch.isEmpty()) {
            return new BatchAttempt.Written(batch);
        }
        AppendFunction.Outcome outcome;
        try {
            outcome = batch.write(connection);
        } catch (SQLException | RuntimeException e) {
            return lostUnlessAborted(batch, e);
        }
        return switch (outcome) {
            case WRITTEN -> new BatchAttempt.Written(batch);
            case OVERTAKEN -> new BatchAttempt.Overtaken();
            case NOT_THERE -> throw notThere(batch);
        };
    }

    /**
     * For a batch that was refused for a row under a replaced key: such appends are left out.
     *
     * @throws SQLException if nothing was written
     */
    BatchAttempt writeUnderKeysInForce(List<PendingAppend> appends) throws SQLException {
        return writeStepByStep(appends, KeyRowPlan::knowingGenerations);
    }

    /** @throws SQLException if nothing was written */
    BatchAttempt writeStepByStep(List<PendingAppend> appends) throws SQLException {
        return writeStepByStep(appends, KeyRowPlan::knowing);
    }

    private interface Planning {

        KeyRowPlan plan(List<PendingAppend> appends, Connection connection) throws SQLException;
    }

    private BatchAttempt writeStepByStep(List<PendingAppend> appends, Planning planning) throws SQLException {
        LogHead before = follower.head();
        Connection connection = session.forTransaction();
        LogHead head = lockAndCatchUp();
        othersWrite = !head.equals(before);
        AppendBatch batch =
                AppendBatch.decide(appends, head, planning.plan(appends, connection), conditions, mac, connection);
        if (batch.isEmpty()) {
            session.rollback();
            return new BatchAttempt.Written(batch);
        }
        switch (batch.write(connection)) {
            case WRITTEN -> {}
            case OVERTAKEN -> throw new IllegalStateException("The log has moved although this node holds its lock");
            case NOT_THERE -> throw notThere(batch);
        }
        try {
            connection.commit();
            return new BatchAttempt.Written(batch);
        } catch (SQLException | RuntimeException e) {
            return lostUnlessAborted(batch, e);
        }
    }

    private BrokenLogException notThere(AppendBatch batch) {
        return follower.broken("The database says that the events up to position "
                + batch.rows().getLast().position() + " are written, and they are not there");
    }

    private LogHead lockAndCatchUp() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            LogHead inLog =
                    LogLock.take(session.forTransaction(), follower.head().position());
            LogHead known = follower.head();
            if (inLog.equals(known)) {
                return known;
            }
            boolean far = inLog.position() - known.position() > FOREIGN_EVENTS_UNDER_LOCK_MAX;
            if (!far || attempt == LOCK_ATTEMPTS) {
                follower.catchUp(session.forTransaction());
                return follower.head();
            }
            session.rollback();
            follower.catchUp(session.forStatement());
        }
    }

    private BatchAttempt lostUnlessAborted(AppendBatch batch, Exception e) throws SQLException {
        if (e instanceof SQLException told && (isRefusal(told) || isError(told))) {
            throw told;
        }
        return new BatchAttempt.Lost(batch, session.backend(), e);
    }

    /** Whether the database refuses the content of a batch: the same content would be refused again. */
    static boolean isRefusal(SQLException e) {
        String state = e.getSQLState();
        return state != null
                && state.length() == 5
                && (REFUSAL_CLASSES.contains(state.substring(0, 2)) || isOfReplacedKey(e));
    }

    /** Whether a row is under a key that a roll has replaced: decided anew, the append goes in. */
    static boolean isOfReplacedKey(SQLException e) {
        return KeyGroups.NOT_IN_FORCE.equals(e.getSQLState());
    }

    /** The server's own word: it reports an ERROR when it has aborted the transaction, and FATAL when it goes away. */
    private static boolean isError(SQLException e) {
        if (!(e instanceof PSQLException reported)) {
            return false;
        }
        ServerErrorMessage message = reported.getServerErrorMessage();
        return message != null && "ERROR".equals(message.getSeverity());
    }
}
