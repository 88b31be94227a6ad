package io.attestore.server.shredding;

import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKey;
import io.attestore.cryptography.group.GroupKeyStore;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Due;
import io.attestore.eventlog.table.KeyGroupRolls.Rolled;
import io.attestore.eventlog.table.Standbys;
import io.attestore.events.shredding.KeyGroupsRolled;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rolls groups of keys: makes the next keys durable, moves the rows ({@link GroupMove}), waits until every standby has
 * replayed that, overwrites the keys of before, and records it.
 *
 * <p>It may end anywhere. Nothing is undone: a next key that is there is used, and what has been moved is completed, by
 * whichever node comes next. What is in the file of keys and in the database says what is left to do; a key is
 * overwritten only when the database says that the next one is in force, with no row left under the old one. One node
 * rolls at a time, by a lock of the connection that also makes the changes: a node that lost the lock can change nothing.
 */
public final class KeyGroupRoller {

    private static final Logger LOG = LoggerFactory.getLogger(KeyGroupRoller.class);

    /** Groups that share their waits for the disk, and a receipt. */
    static final int TOGETHER_MAX = 64;

    private static final Duration REPLAY_PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final GroupKeyStore store;
    private final GroupKeys keys;
    private final ReceiptLog receipts;
    private final SecureRandom random;
    private final Collection<String> ignoredReceivers;

    private volatile Awaited awaited = new Awaited(Set.of(), "0/0");

    /** How far the write-ahead log had been written when these keys were in force no longer. */
    private record Awaited(Set<GroupGeneration> replaced, String written) {}

    public KeyGroupRoller(
            GroupKeyStore store,
            GroupKeys keys,
            ReceiptLog receipts,
            SecureRandom random,
            Collection<String> ignoredReceivers) {
        this.store = store;
        this.keys = keys;
        this.receipts = receipts;
        this.random = random;
        this.ignoredReceivers = List.copyOf(ignoredReceivers);
    }

    /** What a pass has come to. */
    sealed interface Outcome {

        /** Another node is at it. */
        record NotAlone() implements Outcome {}

        /** So many groups were completed; there may be more to do. */
        record Completed(int groups) implements Outcome {}

        /** Groups have moved, and these have not replayed that. */
        record Waiting(List<String> standbys) implements Outcome {}
    }

    /**
     * Completes what has been rolled before, and rolls some of the groups that have been due for so long.
     *
     * @throws SQLException if the database does not answer; the next pass goes on
     */
    Outcome pass(Connection connection, Duration least, RollWatch watch) throws SQLException {
        if (!KeyGroupRolls.tryAlone(connection)) {
            return new Outcome.NotAlone();
        }
        try {
            // A group that is due again can move only when its last roll is complete: its spare place is taken until
            // then.
            Outcome earlier = complete(connection, watch);
            if (earlier instanceof Outcome.Waiting) {
                return earlier;
            }
            List<Due> due = KeyGroupRolls.due(connection, least, TOGETHER_MAX);
            if (due.isEmpty()) {
                return earlier;
            }
            move(connection, due, watch);
            return complete(connection, watch);
        } finally {
            KeyGroupRolls.notAlone(connection);
        }
    }

    private void move(Connection connection, List<Due> due, RollWatch watch) throws SQLException {
        List<GroupGeneration> inForce = due.stream()
                .map(one -> new GroupGeneration(one.group(), one.generation()))
                .filter(this::hasKey)
                .toList();
        List<GroupKey> next = store.makeNext(inForce);
        watch.reached(RollStep.NEXT_KEYS_DURABLE);
        for (int i = 0; i < next.size(); i++) {
            try (GroupKey before = store.find(inForce.get(i))
                    .orElseThrow(() -> new IllegalStateException("A key in force has no place in its file"))) {
                if (moves(new GroupMove(before, next.get(i), random, watch), before.place(), connection)) {
                    keys.putInForce(next.get(i));
                }
            }
        }
    }

    /** What is wrong with one group does not keep the others from being rolled; that one stays due, and overdue. */
    private boolean hasKey(GroupGeneration inForce) {
        boolean there = store.find(inForce).isPresent();
        if (!there) {
            LOG.error("There is no key of {}, which is in force by the database: not rolled", inForce);
        }
        return there;
    }

    private boolean moves(GroupMove move, GroupGeneration place, Connection connection) throws SQLException {
        try {
            return move.run(connection, receipts.head());
        } catch (UnwrapException damaged) {
            LOG.error(
                    "A row of the key table under {} does not open: not rolled, so that it is not lost",
                    place,
                    damaged);
            return false;
        }
    }

    private Outcome complete(Connection connection, RollWatch watch) throws SQLException {
        List<Rolled> rolled = KeyGroupRolls.rolled(connection);
        Set<GroupGeneration> replaced = replaced(connection, rolled);
        if (replaced.isEmpty()) {
            return new Outcome.Completed(0);
        }
        List<String> behind = awaitStandbys(connection, replaced);
        if (!behind.isEmpty()) {
            return new Outcome.Waiting(behind);
        }
        watch.reached(RollStep.REPLAYED);
        requireNothingLeftBehind(connection, replaced);
        store.destroy(replaced);
        watch.reached(RollStep.OVERWRITTEN);
        for (int from = 0; from < rolled.size(); from += TOGETHER_MAX) {
            record(connection, rolled.subList(from, Math.min(from + TOGETHER_MAX, rolled.size())), watch);
        }
        return new Outcome.Completed(rolled.size());
    }

    /** What they have to replay stays the same while they are waited for: the write-ahead log goes on meanwhile. */
    private List<String> awaitStandbys(Connection connection, Set<GroupGeneration> replaced) throws SQLException {
        if (!awaited.replaced().containsAll(replaced)) {
            awaited = new Awaited(replaced, Standbys.written(connection));
        }
        String target = awaited.written();
        long end = System.nanoTime() + REPLAY_PATIENCE.toNanos();
        List<String> behind = Standbys.behind(connection, target, ignoredReceivers);
        while (!behind.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            behind = Standbys.behind(connection, target, ignoredReceivers);
        }
        return behind;
    }

    private void record(Connection connection, List<Rolled> rolled, RollWatch watch) throws SQLException {
        receipts.append(new KeyGroupsRolled(rolled.stream()
                .map(one -> new KeyGroupsRolled.Rolled(one.group(), one.generation(), one.throughPosition()))
                .toList()));
        watch.reached(RollStep.RECORDED);
        KeyGroupRolls.completed(connection, rolled);
    }

    /** The keys before those in force: what the file has of them, and what was broken off while it was overwritten. */
    private Set<GroupGeneration> replaced(Connection connection, List<Rolled> rolled) throws SQLException {
        Set<GroupGeneration> replaced = new LinkedHashSet<>();
        for (Rolled one : rolled) {
            replaced.add(new GroupGeneration(one.group(), one.generation() - 1));
        }
        for (GroupGeneration older : store.replaced()) {
            OptionalLong inForce = KeyGroupRolls.generation(connection, older.group());
            if (inForce.isPresent() && inForce.getAsLong() > older.generation()) {
                replaced.add(older);
            }
        }
        return replaced;
    }

    private static void requireNothingLeftBehind(Connection connection, Set<GroupGeneration> replaced)
            throws SQLException {
        long left = KeyGroupRolls.leftBehind(
                connection,
                replaced.stream().map(GroupGeneration::group).toList(),
                replaced.stream().map(GroupGeneration::generation).toList());
        if (left > 0) {
            throw new IllegalStateException(left + " rows of the key table are under keys that are in force no longer:"
                    + " these are not overwritten before somebody has looked");
        }
    }
}
