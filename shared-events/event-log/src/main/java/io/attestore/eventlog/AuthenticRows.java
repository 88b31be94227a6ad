package io.attestore.eventlog;

import io.attestore.eventlog.seal.RowMac;
import io.attestore.eventlog.seal.RowMacs;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.UnreadableRowException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The one way from rows to events: of a row that this store's own servers have not written, nothing is decoded, and the
 * log is broken. Safe for many threads.
 */
final class AuthenticRows {

    private final EventEncoding encoding;
    private final RowMacs macs;
    private final LogHealth health;

    AuthenticRows(EventEncoding encoding, RowMacs macs, LogHealth health) {
        this.encoding = encoding;
        this.macs = macs;
        this.health = health;
    }

    /** A query for rows. */
    interface Query<T> {
        T run() throws SQLException;
    }

    /** The events of rows, each wherever it stands. */
    List<CommittedEvent> events(List<LogRow> rows) {
        RowMac mac = macs.forOneThread();
        List<CommittedEvent> events = new ArrayList<>(rows.size());
        for (LogRow row : rows) {
            events.add(event(row, HashChain.content(row.content()), mac));
        }
        return events;
    }

    /** The events of rows that must be the next after this head. */
    List<CommittedEvent> following(LogHead head, List<LogRow> rows) {
        RowMac mac = macs.forOneThread();
        List<CommittedEvent> events = new ArrayList<>(rows.size());
        LogHead known = head;
        for (LogRow row : rows) {
            byte[] content = HashChain.content(row.content());
            if (!HashChain.follows(known, row, content)) {
                throw broken("The log's chain breaks at position " + row.position());
            }
            events.add(event(row, content, mac));
            known = LogHead.of(row);
        }
        return events;
    }

    /** The events at all positions from the first on, of which there must be so many. */
    List<CommittedEvent> consecutive(List<LogRow> rows, long first, long count) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).position() != first + i) {
                throw missing(first + i);
            }
        }
        if (rows.size() < count) {
            throw missing(first + rows.size());
        }
        return events(rows);
    }

    /** What the query finds; rows that the log never writes break it. */
    <T> T readable(Query<T> query) throws SQLException {
        try {
            return query.run();
        } catch (UnreadableRowException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    BrokenLogException missing(long position) {
        return broken("The event at position " + position + " is not in the log any more");
    }

    BrokenLogException broken(String reason) {
        BrokenLogException broken = new BrokenLogException(reason);
        health.broke(broken);
        return broken;
    }

    private CommittedEvent event(LogRow row, byte[] content, RowMac mac) {
        if (!mac.isOf(row, content)) {
            throw broken("The event at position " + row.position()
                    + " does not carry this store's MAC: it was changed, or none of its servers wrote it");
        }
        return encoding.decode(row);
    }
}
