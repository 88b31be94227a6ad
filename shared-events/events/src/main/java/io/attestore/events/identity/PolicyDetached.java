package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A managed policy is not attached to a user, group or role any more. */
@StoredAs("iam.PolicyDetached")
public record PolicyDetached(IamResource holder, Arn policy) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(holder.id()), Tags.attachmentsOf(holder.account(), policy));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(holder.arn(), holder.name()));
    }
}
