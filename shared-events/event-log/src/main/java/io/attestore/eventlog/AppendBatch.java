package io.attestore.eventlog;

import io.attestore.eventlog.seal.RowMac;
import io.attestore.eventlog.table.AppendFunction;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;

/** The appends of one transaction: each gets its positions or its rejection, in the order in which they came. */
final class AppendBatch {

    private record Accepted(PendingAppend append, long lastPosition) {}

    /** @param replacedKey whether it is for a row under a key that is in force no longer */
    private record Rejected(PendingAppend append, AppendEventsTransactionRejectedException why, boolean replacedKey) {}

    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<LogRow> rows = new ArrayList<>();
    private final List<CommittedEvent> events = new ArrayList<>();
    private final KeyRowPlan keyRows;
    private final RowMac mac;
    private final LogHead before;
    private LogHead head;

    private AppendBatch(LogHead before, KeyRowPlan keyRows, RowMac mac) {
        this.before = before;
        this.head = before;
        this.keyRows = keyRows;
        this.mac = mac;
    }

    /**
     * Decides on the appends; the connection is asked what memory does not know.
     *
     * @param head the log's, or what this node believes it to be: {@link #write} finds out
     */
    static AppendBatch decide(
            List<PendingAppend> appends,
            LogHead head,
            KeyRowPlan keyRows,
            AppendConditions conditions,
            RowMac mac,
            Connection connection)
            throws SQLException {
        AppendBatch batch = new AppendBatch(head, keyRows, mac);
        for (PendingAppend append : appends) {
            batch.decide(append, conditions, connection);
        }
        return batch;
    }

    /** Whether nothing was accepted. */
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Writes what is accepted, or nothing if the log's head is another one. */
    AppendFunction.Outcome write(Connection connection) throws SQLException {
        return AppendFunction.call(connection, before, rows, keyRows.destroyed(), keyRows.put());
    }

    List<LogRow> rows() {
        return rows;
    }

    List<CommittedEvent> events() {
        return events;
    }

    /** Tells every caller; to be called when what is accepted is durable. */
    void answer(LogMetrics metrics) {
        long now = System.nanoTime();
        for (Accepted append : accepted) {
            metrics.appended(Duration.ofNanos(now - append.append().acceptedNanos));
            append.append().succeed(append.lastPosition());
        }
        for (Rejected append : rejected) {
            if (append.replacedKey()) {
                metrics.keyNotInForce();
            }
            metrics.conflict();
            append.append().fail(append.why());
        }
    }

    private void decide(PendingAppend append, AppendConditions conditions, Connection connection) throws SQLException {
        if (!conditions.holds(append.condition, events, connection)) {
            reject(
                    append,
                    AppendEventsTransactionRejectedException.conflictingEventsDetected(append.condition.marker()));
            return;
        }
        if (!keyRows.admits(append.keyRows)) {
            reject(append, new AppendEventsTransactionRejectedException("A key row of this append exists already"));
            return;
        }
        if (!keyRows.areUnderKeysInForce(append.keyRows)) {
            rejected.add(new Rejected(append, underReplacedKey(), true));
            return;
        }
        keyRows.add(append.keyRows);
        for (EncodedEvent event : append.events) {
            LogRow row = event.after(head, mac);
            rows.add(row);
            events.add(event.at(row.position()));
            head = LogHead.of(row);
        }
        accepted.add(new Accepted(append, head.position()));
    }

    private void reject(PendingAppend append, AppendEventsTransactionRejectedException why) {
        rejected.add(new Rejected(append, why, false));
    }

    static AppendEventsTransactionRejectedException underReplacedKey() {
        return new AppendEventsTransactionRejectedException("A key row of this append is under a replaced key");
    }
}
