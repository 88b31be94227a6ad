package io.attestore.eventlog;

import io.attestore.eventlog.table.LogRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/**
 * Checks what an append is conditional on: that no event beyond its marker matches its criteria. Runs under the lock,
 * when this node knows the log's head: looks at the same batch, then at the window, and asks the database only about
 * what is older than the window.
 */
final class AppendConditions {

    private final LogWindow window;
    private final LogMetrics metrics;

    AppendConditions(LogWindow window, LogMetrics metrics) {
        this.window = window;
        this.metrics = metrics;
    }

    /** @param batch events that will be written before this append's, in the same transaction */
    boolean holds(AppendCondition condition, List<CommittedEvent> batch, Connection connection) throws SQLException {
        if (ConsistencyMarker.INFINITY.equals(condition.consistencyMarker())) {
            return true;
        }
        long head = window.head();
        long marker = GlobalIndexConsistencyMarker.position(condition.consistencyMarker());
        if (marker > head) {
            return false; // based on something that is not in this log
        }
        EventCriteria criteria = condition.criteria();
        for (CommittedEvent event : batch) {
            if (event.matches(criteria)) {
                return false;
            }
        }
        long from = Math.max(marker + 1, window.start());
        Optional<List<CommittedEvent>> newer = window.matching(criteria, from, head);
        if (newer.isPresent() && !newer.get().isEmpty()) {
            return false;
        }
        if (marker + 1 < from) {
            metrics.conditionBySql();
            return !LogRows.anyMatching(connection, criteria, marker + 1, from - 1);
        }
        return newer.isPresent();
    }
}
