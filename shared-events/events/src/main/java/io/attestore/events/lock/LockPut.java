package io.attestore.events.lock;

import io.attestore.events.StoredAs;
import io.attestore.events.id.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * From here on a lock holds, in place of one of the same name.
 *
 * @param target what it is on, in the form of its kind
 * @param reason in the words of whoever put it
 * @param until when it ends by itself
 */
@StoredAs("lock.LockPut")
public record LockPut(
        AccountId account, String name, LockKind kind, String target, String reason, Optional<Instant> until)
        implements LockEvent {}
