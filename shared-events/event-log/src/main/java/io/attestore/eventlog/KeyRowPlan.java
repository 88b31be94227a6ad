package io.attestore.eventlog;

import static java.util.stream.Collectors.toSet;

import io.attestore.eventlog.table.KeyGroups;
import io.attestore.eventlog.table.KeyRows;
import io.attestore.eventlog.table.WrappedUnder;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the appends of one batch do to the key table, one after the other. An append that would replace a row is left
 * out as a whole.
 */
final class KeyRowPlan {

    private final Set<String> existing;
    private final Set<String> destroyed = new HashSet<>();
    private final Map<String, Bytes> put = new HashMap<>();

    /** Which generation of each group is in force; empty if nobody has asked. */
    private final Map<Integer, Long> inForce;

    private KeyRowPlan(Set<String> existing, Map<Integer, Long> inForce) {
        this.existing = existing;
        this.inForce = inForce;
    }

    /**
     * Asks nothing: new rows have new ids. If one has not, the database refuses the whole batch, and each append of it
     * gets its answer from a plan that knows.
     */
    static KeyRowPlan hopeful() {
        return new KeyRowPlan(Set.of(), Map.of());
    }

    /** Asks, under the lock, which of the rows there are; asks nothing if no append adds one. */
    static KeyRowPlan knowing(List<PendingAppend> appends, Connection connection) throws SQLException {
        return new KeyRowPlan(existing(appends, connection), Map.of());
    }

    /**
     * Asks, under the lock, under which keys rows can be added, too: for a batch that was refused because a group had
     * rolled meanwhile. A roll takes the same lock.
     */
    static KeyRowPlan knowingGenerations(List<PendingAppend> appends, Connection connection) throws SQLException {
        Set<Integer> groups = new HashSet<>();
        added(appends).forEach(row -> WrappedUnder.of(row.wrappedKey()).ifPresent(under -> groups.add(under.group())));
        return new KeyRowPlan(existing(appends, connection), KeyGroups.inForce(connection, groups));
    }

    private static Set<String> existing(List<PendingAppend> appends, Connection connection) throws SQLException {
        Set<String> ids = added(appends).map(KeyRowChange.Put::id).collect(toSet());
        return ids.isEmpty() ? Set.of() : KeyRows.existing(connection, ids);
    }

    private static Stream<KeyRowChange.Put> added(List<PendingAppend> appends) {
        return appends.stream()
                .flatMap(append -> append.keyRows.stream())
                .filter(KeyRowChange.Put.class::isInstance)
                .map(KeyRowChange.Put.class::cast);
    }

    /** Whether these changes add no row under a key that is known to be in force no longer. */
    boolean areUnderKeysInForce(List<KeyRowChange> changes) {
        return inForce.isEmpty() || changes.stream().allMatch(this::isUnderKeyInForce);
    }

    private boolean isUnderKeyInForce(KeyRowChange change) {
        return switch (change) {
            case KeyRowChange.Put added ->
                WrappedUnder.of(added.wrappedKey())
                        .filter(under -> inForce.getOrDefault(under.group(), under.generation()) != under.generation())
                        .isEmpty();
            case KeyRowChange.Destroy gone -> true;
        };
    }

    /** Whether these changes can be made after those that were added. */
    boolean admits(List<KeyRowChange> changes) {
        Map<String, Boolean> present = new HashMap<>();
        for (KeyRowChange change : changes) {
            boolean before = present.getOrDefault(change.id(), isPresent(change.id()));
            boolean after = switch (change) {
                case KeyRowChange.Put added -> true;
                case KeyRowChange.Destroy gone -> false;
            };
            if (before && after) {
                return false;
            }
            present.put(change.id(), after);
        }
        return true;
    }

    void add(List<KeyRowChange> changes) {
        for (KeyRowChange change : changes) {
            switch (change) {
                case KeyRowChange.Put added -> put.put(added.id(), added.wrappedKey());
                case KeyRowChange.Destroy gone -> {
                    put.remove(gone.id());
                    destroyed.add(gone.id());
                }
            }
        }
    }

    /** Ids of rows to be removed, before others are added. */
    Set<String> destroyed() {
        return destroyed;
    }

    /** Rows to be added. */
    Map<String, Bytes> put() {
        return put;
    }

    private boolean isPresent(String id) {
        return put.containsKey(id) || (existing.contains(id) && !destroyed.contains(id));
    }
}
