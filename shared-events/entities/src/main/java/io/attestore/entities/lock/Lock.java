package io.attestore.entities.lock;

import io.attestore.events.call.CallContext;
import io.attestore.events.lock.LockKind;
import io.attestore.events.lock.LockPut;
import java.time.Instant;
import java.util.Optional;

/**
 * One lock. Immutable; safe for many threads.
 *
 * @param target what it is on, as it was sent
 * @param until when it ends by itself; it holds before that instant
 * @param reach what it is on, ready to be asked
 */
public record Lock(
        String name,
        LockKind kind,
        String target,
        String reason,
        Optional<Instant> until,
        Instant putAt,
        LockReach reach) {

    /** Empty where the target is none of its kind. */
    public static Optional<Lock> of(LockPut put, Instant at) {
        return LockReach.of(put.kind(), put.target())
                .map(reach -> new Lock(put.name(), put.kind(), put.target(), put.reason(), put.until(), at, reach));
    }

    public boolean holdsAt(Instant moment) {
        return until.isEmpty() || moment.isBefore(until.get());
    }

    /** Whether it refuses this caller everything. */
    public boolean isOn(CallContext call) {
        return holdsAt(call.at()) && reach.isOnCaller(call);
    }

    boolean isOnResource(String arn, Instant moment) {
        return reach.isOnResource(arn) && holdsAt(moment);
    }
}
