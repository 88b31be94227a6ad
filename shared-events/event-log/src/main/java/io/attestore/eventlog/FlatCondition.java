package io.attestore.eventlog;

import io.attestore.eventlog.table.LogRows;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;

/**
 * What an append is conditional on, ready for the writer: no event beyond the position matches the criteria.
 *
 * @param isAlways whether there is no such position: only the tolerances count
 * @param tolerances what has to hold besides
 */
record FlatCondition(
        ConsistencyMarker marker, long position, FlatCriteria criteria, boolean isAlways, List<Tolerance> tolerances) {

    FlatCondition {
        tolerances = List.copyOf(tolerances);
    }

    /** @throws IllegalArgumentException if it could not be checked: that must not come as far as a batch */
    static FlatCondition of(AppendCondition condition, List<Tolerance> tolerances) {
        ConsistencyMarker marker = condition.consistencyMarker();
        FlatCriteria criteria = FlatCriteria.of(condition.criteria());
        boolean always = ConsistencyMarker.INFINITY.equals(marker);
        if (!always) {
            LogRows.requireAnswerable(criteria.alternatives());
        }
        return new FlatCondition(
                marker,
                always ? Long.MAX_VALUE : GlobalIndexConsistencyMarker.position(marker),
                criteria,
                always,
                tolerances);
    }
}
