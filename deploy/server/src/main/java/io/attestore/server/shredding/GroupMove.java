package io.attestore.server.shredding;

import io.attestore.cryptography.group.GroupKey;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Row;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogLock;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Moves the rows of one group from a key to the next, in one transaction under the log's lock: no append adds or removes
 * a row meanwhile. What takes long, to unwrap and to wrap, is done before; under the lock only what has changed since.
 */
final class GroupMove {

    /** Whoever stalls while it holds the log's lock loses it soon: nobody can write until then. */
    private static final String LIMITS = """
            set local lock_timeout = 5000;
            set local idle_in_transaction_session_timeout = 2000;
            set local transaction_timeout = 20000;
            select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') = 'off'
            """;

    private final GroupKey before;
    private final GroupKey next;
    private final SecureRandom random;
    private final RollWatch watch;

    GroupMove(GroupKey before, GroupKey next, SecureRandom random, RollWatch watch) {
        this.before = before;
        this.next = next;
        this.random = random;
        this.watch = watch;
    }

    /**
     * @param knownHead a position that is in the log: below it no head is looked for
     * @return whether the group has moved; not, if its key was not the one in force
     * @throws SQLException if nothing is known of the outcome: what is in the database tells
     */
    boolean run(Connection connection, long knownHead) throws SQLException {
        Map<String, Prepared> prepared = prepare(connection);
        connection.setAutoCommit(false);
        try {
            limit(connection);
            LogHead head = LogLock.take(connection, knownHead);
            OptionalLong inForce = KeyGroupRolls.generation(connection, group());
            boolean ours = inForce.isPresent() && inForce.getAsLong() == generation();
            if (ours) {
                KeyGroupRolls.rewrap(connection, rewrapped(connection, prepared));
                KeyGroupRolls.move(connection, group(), next.place().generation(), head.position());
                watch.reached(RollStep.REWRAPPED);
                connection.commit();
                watch.reached(RollStep.COMMITTED);
            }
            return ours;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** A row as it was read, and as it is to be. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Prepared(byte[] read, byte[] rewrapped) {}

    private Map<String, Prepared> prepare(Connection connection) throws SQLException {
        Map<String, Prepared> prepared = new HashMap<>();
        for (Row row : KeyGroupRolls.rows(connection, group(), generation())) {
            prepared.put(row.id(), new Prepared(row.wrapped(), rewrap(row)));
        }
        return prepared;
    }

    private List<Row> rewrapped(Connection connection, Map<String, Prepared> prepared) throws SQLException {
        List<Row> rewrapped = new ArrayList<>();
        for (Row row : KeyGroupRolls.rows(connection, group(), generation())) {
            Prepared earlier = prepared.get(row.id());
            rewrapped.add(new Row(
                    row.id(),
                    earlier != null && Arrays.equals(earlier.read(), row.wrapped())
                            ? earlier.rewrapped()
                            : rewrap(row)));
        }
        return rewrapped;
    }

    private byte[] rewrap(Row row) {
        return next.rewrap(row.id(), row.wrapped(), before, random);
    }

    private int group() {
        return before.place().group();
    }

    private int generation() {
        return before.place().generation();
    }

    private static void limit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LIMITS);
        }
    }
}
