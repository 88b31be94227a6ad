package io.attestore.eventlog;

import io.attestore.eventlog.table.LogRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Checks what an append is conditional on: that no event beyond its marker matches its criteria. Runs under the lock,
 * when this node knows the log's head: looks at the same batch, then at the window, and asks the database only about
 * what memory does not know.
 */
final class AppendConditions {

    private final LogWindow window;
    private final LogMetrics metrics;

    AppendConditions(LogWindow window, LogMetrics metrics) {
        this.window = window;
        this.metrics = metrics;
    }

    /** @param batch events that will be written before this append's, in the same transaction */
    boolean holds(FlatCondition condition, List<CommittedEvent> batch, Connection connection) throws SQLException {
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
        return !LogRows.anyMatching(connection, criteria.criteria(), from, head);
    }
}
