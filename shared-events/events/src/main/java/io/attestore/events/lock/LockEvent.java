package io.attestore.events.lock;

import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.Set;

/** Something that happened to a lock. */
public sealed interface LockEvent extends Event permits LockPut, LockDeleted {

    AccountId account();

    /** Unique in its account. */
    String name();

    @Override
    default Set<EventTag> tags() {
        return Set.of(Tags.locks(account()));
    }
}
