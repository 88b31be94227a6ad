package io.attestore.server.shredding;

import io.attestore.cryptography.group.GroupGeneration;
import io.attestore.cryptography.group.GroupKeyException;
import io.attestore.cryptography.group.GroupKeyStore;
import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Rolled;
import io.attestore.eventlog.table.Standbys;
import io.attestore.events.shredding.KeyGroupsRolled;
import io.attestore.server.store.KeysDirectoryClaim;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Completes rolls whose rows have moved, this node's or another's: when every standby has replayed that, and no row is
 * left under the keys of before, these are overwritten, and that is recorded. For one roll at a time.
 */
final class RollCompletion {

    private static final Duration REPLAY_PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final GroupKeyStore store;
    private final KeysDirectoryClaim directory;
    private final ReceiptLog receipts;
    private final FailingGroups failing;
    private final Collection<String> ignoredReceivers;

    private volatile Awaited awaited = new Awaited(Set.of(), "0/0");

    /** How far the write-ahead log had been written when these keys were in force no longer. */
    private record Awaited(Set<GroupGeneration> replaced, String written) {}

    RollCompletion(
            GroupKeyStore store,
            KeysDirectoryClaim directory,
            ReceiptLog receipts,
            FailingGroups failing,
            Collection<String> ignoredReceivers) {
        this.store = store;
        this.directory = directory;
        this.receipts = receipts;
        this.failing = failing;
        this.ignoredReceivers = List.copyOf(ignoredReceivers);
    }

    /**
     * @throws SQLException if the database does not answer; the next pass goes on
     */
    KeyGroupRoller.Outcome run(Connection connection, RollWatch watch) throws SQLException {
        Set<Integer> resting = failing.resting();
        List<Rolled> rolled = new ArrayList<>(KeyGroupRolls.rolled(connection));
        rolled.removeIf(one -> resting.contains(one.group()));
        Set<GroupGeneration> replaced = replaced(connection, rolled);
        replaced.removeIf(old -> resting.contains(old.group()));
        if (replaced.isEmpty()) {
            return new KeyGroupRoller.Outcome.Completed(0, 0);
        }
        List<String> behind = awaitStandbys(connection, replaced);
        if (!behind.isEmpty()) {
            return new KeyGroupRoller.Outcome.Waiting(behind);
        }
        watch.reached(RollStep.REPLAYED);
        directory.settle(connection);
        Set<Integer> failed = new HashSet<>(leftBehind(connection, replaced));
        replaced.removeIf(old -> failed.contains(old.group()));
        failed.addAll(destroy(replaced));
        rolled.removeIf(one -> failed.contains(one.group()));
        watch.reached(RollStep.OVERWRITTEN);
        for (int from = 0; from < rolled.size(); from += KeyGroupRoller.TOGETHER_MAX) {
            record(
                    connection,
                    rolled.subList(from, Math.min(from + KeyGroupRoller.TOGETHER_MAX, rolled.size())),
                    watch);
        }
        rolled.forEach(one -> failing.succeeded(one.group()));
        return new KeyGroupRoller.Outcome.Completed(rolled.size(), failed.size());
    }

    /** Groups with rows under keys that are in force no longer: these keys are not overwritten before somebody has looked. */
    private Set<Integer> leftBehind(Connection connection, Set<GroupGeneration> replaced) throws SQLException {
        Map<Integer, Long> rows = KeyGroupRolls.leftBehind(
                connection,
                replaced.stream().map(GroupGeneration::group).toList(),
                replaced.stream().map(GroupGeneration::generation).toList());
        rows.forEach((group, count) ->
                failing.failed(group, count + " rows of the key table are under a key that is in force no longer"));
        return rows.keySet();
    }

    /** Answers the groups whose keys could not be destroyed. */
    private Set<Integer> destroy(Set<GroupGeneration> replaced) {
        try {
            store.destroy(replaced);
            return Set.of();
        } catch (GroupKeyException ofOne) {
            Set<Integer> failed = new HashSet<>();
            for (GroupGeneration each : replaced) {
                try {
                    store.destroy(List.of(each));
                } catch (GroupKeyException damaged) {
                    failing.failed(each.group(), damaged);
                    failed.add(each.group());
                }
            }
            return failed;
        }
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
}
