package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A user is in a group no more. */
@StoredAs("iam.UserRemovedFromGroup")
public record UserRemovedFromGroup(IamResource user, IamResource group) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(user.id()), Tags.membersOf(group.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(user.arn(), user.name()), new NamedResource(group.arn(), group.name()));
    }
}
