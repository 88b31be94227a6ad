package io.attestore.eventlog.axon;

import io.attestore.events.Event;
import io.attestore.events.EventTag;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.TagResolver;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Tags events by what they say of themselves ({@link Event#tags()}). Anything else has no tags. */
public final class EventTagResolver implements TagResolver {

    @Override
    public Set<Tag> resolve(EventMessage message) {
        if (!(message.payload() instanceof Event event) || event.tags().isEmpty()) {
            return Set.of();
        }
        Set<Tag> tags = HashSet.newHashSet(event.tags().size());
        for (EventTag tag : event.tags()) {
            tags.add(new Tag(tag.key(), tag.value()));
        }
        return Set.copyOf(tags);
    }
}
