package io.attestore.server.shredding;

import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKey;
import io.attestore.cryptography.group.GroupKeyException;
import io.attestore.cryptography.group.GroupKeyStore;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.UnwrapException;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Due;
import io.attestore.server.store.KeysDirectoryClaim;
import io.attestore.server.store.OtherKeysDirectoryException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Rolls groups of keys: makes the next keys durable, moves the rows ({@link GroupMove}), waits until every standby has
 * replayed that, overwrites the keys of before, and records it.
 *
 * <p>It may end anywhere. Nothing is undone: a next key that is there is used, and what has been moved is completed, by
 * whichever node comes next. What is in the file of keys and in the database says what is left to do; a key is
 * overwritten only when the database says that the next one is in force, with no row left under the old one. One node
 * rolls at a time, by a lock of the connection that also makes the changes: a node that lost the lock can change nothing.
 *
 * <p>What is wrong with one group keeps no other from being rolled: that one rests, stays due, and becomes overdue ({@link
 * FailingGroups}).
 */
public final class KeyGroupRoller {

    /** Groups that share their waits for the disk, and a receipt. */
    static final int TOGETHER_MAX = 64;

    private static final int VALID_SECONDS = 2;

    private final GroupKeyStore store;
    private final GroupKeys keys;
    private final ReceiptLog receipts;
    private final SecureRandom random;
    private final KeysDirectoryClaim directory;
    private final FailingGroups failing = new FailingGroups(System::nanoTime);

    private final RollCompletion completion;

    public KeyGroupRoller(
            GroupKeyStore store,
            GroupKeys keys,
            KeysDirectoryClaim directory,
            ReceiptLog receipts,
            SecureRandom random,
            Collection<String> ignoredReceivers) {
        this.store = store;
        this.directory = directory;
        this.keys = keys;
        this.receipts = receipts;
        this.random = random;
        this.completion = new RollCompletion(store, directory, receipts, failing, ignoredReceivers);
    }

    /** What a pass has come to. */
    sealed interface Outcome {

        /** Another node is at it. */
        record NotAlone() implements Outcome {}

        /** So many groups were completed, and so many failed and are left for later; there may be more to do. */
        record Completed(int groups, int failed) implements Outcome {}

        /** Groups have moved, and these have not replayed that. */
        record Waiting(List<String> standbys) implements Outcome {}
    }

    /**
     * Completes what has been rolled before, and rolls some of the groups that have been due for so long.
     *
     * @throws SQLException if the database does not answer; the next pass goes on
     * @throws OtherKeysDirectoryException if the database means another directory of keys: nothing is done in this one
     */
    Outcome pass(Connection connection, Duration least, RollWatch watch) throws SQLException {
        if (!KeyGroupRolls.tryAlone(connection)) {
            return new Outcome.NotAlone();
        }
        try {
            directory.require(connection);
            // A group that is due again can move only when its last roll is complete: its spare place is taken until
            // then.
            Outcome earlier = completion.run(connection, watch);
            if (earlier instanceof Outcome.Waiting) {
                return earlier;
            }
            List<Due> due = KeyGroupRolls.due(connection, least, TOGETHER_MAX, failing.resting());
            if (due.isEmpty()) {
                return earlier;
            }
            move(connection, due, watch);
            Set<Integer> resting = failing.resting();
            int failed = Math.toIntExact(
                    due.stream().filter(one -> resting.contains(one.group())).count());
            return switch (completion.run(connection, watch)) {
                case Outcome.Completed(int groups, int others) -> new Outcome.Completed(groups, others + failed);
                case Outcome other -> other;
            };
        } finally {
            KeyGroupRolls.notAlone(connection);
        }
    }

    /** @throws OtherKeysDirectoryException if the database means another directory of keys */
    void requireDirectory(Connection connection) throws SQLException {
        directory.require(connection);
    }

    /** How many groups have failed and not been rolled since, by whomever. */
    int failing(Connection connection) throws SQLException {
        if (failing.count() > 0) {
            failing.retain(KeyGroupRolls.open(connection));
        }
        return failing.count();
    }

    /** Lets groups that have failed be tried again in the next pass. */
    void tryAllAgain() {
        failing.wake();
    }

    private void move(Connection connection, List<Due> due, RollWatch watch) throws SQLException {
        List<GroupKey> next = makeNext(due.stream()
                .map(one -> new GroupGeneration(one.group(), one.generation()))
                .filter(this::hasKey)
                .toList());
        watch.reached(RollStep.NEXT_KEYS_DURABLE);
        if (next.isEmpty()) {
            return;
        }
        directory.moveOn(connection);
        watch.reached(RollStep.DIRECTORY_MARKED);
        for (GroupKey key : next) {
            move(connection, key, watch);
        }
    }

    private boolean hasKey(GroupGeneration inForce) {
        try {
            boolean there =
                    inForce.group() < store.groups() && store.find(inForce).isPresent();
            if (!there) {
                failing.failed(
                        inForce.group(), "there is no key of " + inForce + ", which is in force by the database");
            }
            return there;
        } catch (UnwrapException | GroupKeyException damaged) {
            failing.failed(inForce.group(), damaged);
            return false;
        }
    }

    /** All together, or those that can be made. */
    private List<GroupKey> makeNext(List<GroupGeneration> inForce) {
        try {
            return store.makeNext(inForce);
        } catch (UnwrapException | GroupKeyException ofOne) {
            List<GroupKey> made = new ArrayList<>();
            for (GroupGeneration each : inForce) {
                try {
                    made.addAll(store.makeNext(List.of(each)));
                } catch (UnwrapException | GroupKeyException damaged) {
                    failing.failed(each.group(), damaged);
                }
            }
            return made;
        }
    }

    private void move(Connection connection, GroupKey next, RollWatch watch) throws SQLException {
        GroupGeneration place = next.place().before();
        try (GroupKey before = store.find(place)
                .orElseThrow(() -> new GroupKeyException("The key of " + place + " has gone from its file"))) {
            if (new GroupMove(before, next, random, watch).run(connection, receipts.head())) {
                keys.putInForce(next);
            }
        } catch (UnwrapException damaged) {
            failing.failed(
                    place.group(),
                    "a row under " + place + " does not open, and would be lost (" + damaged.getMessage() + ")");
        } catch (GroupKeyException damaged) {
            failing.failed(place.group(), damaged);
        } catch (SQLException e) {
            failing.failed(place.group(), e);
            if (!connection.isValid(VALID_SECONDS)) {
                throw e;
            }
        }
    }
}
