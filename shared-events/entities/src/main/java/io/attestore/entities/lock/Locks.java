package io.attestore.entities.lock;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountId;
import io.attestore.events.lock.LockDeleted;
import io.attestore.events.lock.LockPut;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The locks of one account: at most {@value #MAX}. Every call loads them, so no call is recorded, nor answered, on any
 * node once a lock on it has been put on one.
 *
 * @param byName in the order of their names
 */
public record Locks(PSortedMap<String, Lock> byName) {

    /** How many locks an account has, those that have ended included. */
    public static final int MAX = 100;

    public static final EntityType<AccountId, Locks> TYPE = new EntityType<>(
            "locks",
            Tags::locks,
            id -> new Locks(TreePMap.empty()),
            Locks::evolve,
            locks -> 200
                    + locks.byName.values().stream()
                            .mapToLong(lock -> 600L
                                    + 2L * lock.target().length()
                                    + lock.reason().length())
                            .sum());

    private static Locks evolve(Locks before, Event event, Instant at) {
        return switch (event) {
            case LockPut put ->
                new Locks(before.byName.plus(put.name(), Lock.of(put, at).orElseThrow()));
            case LockDeleted deleted -> new Locks(before.byName.minus(deleted.name()));
            default -> before;
        };
    }

    public Collection<Lock> all() {
        return byName.values();
    }

    /** The lock that refuses everything that this caller asks for. */
    public Optional<Lock> onCaller(CallContext call) {
        if (byName.isEmpty()) {
            return Optional.empty();
        }
        return byName.values().stream().filter(lock -> lock.isOn(call)).findFirst();
    }

    /** The lock that refuses everybody what this resource is in. Locks themselves cannot be locked: they could not be undone. */
    public Optional<Lock> onResource(String arn, Instant moment) {
        if (byName.isEmpty() || LockArns.isLock(arn)) {
            return Optional.empty();
        }
        return byName.values().stream()
                .filter(lock -> lock.isOnResource(arn, moment))
                .findFirst();
    }
}
