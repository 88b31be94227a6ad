package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A user, group or role has no policy of its own of this name any more. */
@StoredAs("iam.InlinePolicyDeleted")
public record InlinePolicyDeleted(IamResource holder, String name) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(holder.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(holder.arn(), holder.name()));
    }
}
