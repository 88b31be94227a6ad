package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A user, role, policy or instance profile lost tags. */
@StoredAs("iam.IamResourceUntagged")
public record IamResourceUntagged(IamResource resource, Set<String> tagKeys) implements IdentityEvent {

    public IamResourceUntagged {
        tagKeys = Set.copyOf(tagKeys);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(resource.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(resource.arn(), resource.name()));
    }
}
