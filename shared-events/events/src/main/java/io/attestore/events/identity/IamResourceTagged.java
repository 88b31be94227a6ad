package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A user, role, policy or instance profile got tags, or other values for those it has.
 *
 * @param resourceTags the tags of the resource, not of this event
 */
@StoredAs("iam.IamResourceTagged")
public record IamResourceTagged(IamResource resource, Map<String, String> resourceTags) implements IdentityEvent {

    public IamResourceTagged {
        resourceTags = Map.copyOf(resourceTags);
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
