package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A group of users came to be. */
@StoredAs("iam.GroupCreated")
public record GroupCreated(IamResource group) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Tags.created(group);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(group.arn(), group.name()));
    }
}
