package io.attestore.events.disclosure;

import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.List;
import java.util.Set;

/** An order about all that the store gives out, to anybody. */
public sealed interface DisclosureEvent extends Event permits DisclosureStopped, DisclosureResumed {

    /** Every account there was then, each once: it is about what is theirs, so all of them are told. */
    List<AccountId> accounts();

    @Override
    default Set<EventTag> tags() {
        return Set.of(Tags.disclosure());
    }
}
