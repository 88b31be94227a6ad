package io.attestore.eventlog;

import io.attestore.eventlog.table.LogPage;
import io.attestore.eventlog.table.LogRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * Checks what an append is conditional on: that no event beyond its marker matches its criteria, and that no more than
 * it bears have its tolerances' tags. Runs under the lock, when this node knows the log's head: looks at the same
 * batch, then at the window, and asks the database only about what memory does not know.
 */
final class AppendConditions {

    /** A match is nearly always the first row that is found. */
    private static final int ROWS_PER_PAGE = 64;

    private final LogWindow window;
    private final AuthenticRows authentic;
    private final LogMetrics metrics;

    AppendConditions(LogWindow window, AuthenticRows authentic, LogMetrics metrics) {
        this.window = window;
        this.authentic = authentic;
        this.metrics = metrics;
    }

    /** @param batch events that will be written before this append's, in the same transaction */
    boolean holds(FlatCondition condition, List<CommittedEvent> batch, Connection connection) throws SQLException {
        for (Tolerance tolerance : condition.tolerances()) {
            if (!holds(tolerance, batch)) {
                return false;
            }
        }
        if (condition.isAlways()) {
            return true;
        }
        long head = window.head();
        if (condition.position() > head) {
            return false; // based on something that is not in this log
        }
        FlatCriteria criteria = condition.criteria();
        for (CommittedEvent event : batch) {
            if (criteria.matches(event)) {
                return false;
            }
        }
        long from = condition.position() + 1;
        Optional<List<CommittedEvent>> newer = window.matching(criteria, from, head);
        if (newer.isPresent()) {
            return newer.get().isEmpty();
        }
        metrics.conditionBySql();
        return !isAnyStored(criteria.criteria(), from, head, connection);
    }

    /** Whether any row of a range matches: the rows' own tags decide, not the index by which they are found. */
    private boolean isAnyStored(EventCriteria criteria, long from, long to, Connection connection) throws SQLException {
        LogPage page;
        long next = from;
        do {
            long first = next;
            page = authentic.readable(() -> LogRows.matching(connection, criteria, first, to, ROWS_PER_PAGE));
            if (authentic.events(page.rows()).stream().anyMatch(event -> event.matches(criteria))) {
                return true;
            }
            next = page.isLast() ? to + 1 : page.rows().getLast().position() + 1;
        } while (next <= to);
        return false;
    }

    /**
     * The first look nearly always suffices: there is not even as much in the log. What the window does not reach any
     * more is a rejection, not a question for the database: whoever decides anew begins with what is newest.
     */
    private boolean holds(Tolerance tolerance, List<CommittedEvent> batch) {
        long head = window.head();
        if (tolerance.position() > head) {
            return false; // based on something that is not in this log
        }
        if (head - tolerance.position() + batch.size() <= tolerance.eventsMax()) {
            return true;
        }
        long left = tolerance.eventsMax();
        for (CommittedEvent event : batch) {
            if (event.tags().contains(tolerance.tag())) {
                left--;
            }
        }
        return left >= 0 && window.knowsAtMost(left, tolerance.tag(), tolerance.position() + 1);
    }
}
