package io.attestore.eventlog;

import io.attestore.eventlog.table.KeyRows;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the appends of one batch do to the key table, one after the other. An append that would replace a row is left
 * out as a whole.
 */
final class KeyRowPlan {

    private final Set<String> existing;
    private final Set<String> destroyed = new HashSet<>();
    private final Map<String, Bytes> put = new HashMap<>();

    private KeyRowPlan(Set<String> existing) {
        this.existing = existing;
    }

    /**
     * Asks nothing: new rows have new ids. If one has not, the database refuses the whole batch, and each append of it
     * gets its answer from a plan that knows.
     */
    static KeyRowPlan hopeful() {
        return new KeyRowPlan(Set.of());
    }

    /** Asks, under the lock, which of the rows there are; asks nothing if no append adds one. */
    static KeyRowPlan knowing(List<PendingAppend> appends, Connection connection) throws SQLException {
        Set<String> added = new HashSet<>();
        for (PendingAppend append : appends) {
            for (KeyRowChange change : append.keyRows) {
                if (change instanceof KeyRowChange.Put) {
                    added.add(change.id());
                }
            }
        }
        return new KeyRowPlan(added.isEmpty() ? Set.of() : KeyRows.existing(connection, added));
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
