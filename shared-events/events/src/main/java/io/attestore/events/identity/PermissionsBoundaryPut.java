package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A managed policy limits what a user or role may do.
 *
 * @param before the policy that limited it until now
 */
@StoredAs("iam.PermissionsBoundaryPut")
public record PermissionsBoundaryPut(IamResource holder, Arn policy, Optional<Arn> before) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Tags.boundary(holder, policy, before);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(holder.arn(), holder.name()));
    }
}
