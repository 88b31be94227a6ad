package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A user, group, role, policy or instance profile is gone. */
@StoredAs("iam.IamResourceDeleted")
public record IamResourceDeleted(IamResource resource) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Tags.created(resource);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(resource.arn(), resource.name()));
    }
}
