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
 * An instance profile came to be.
 *
 * @param profileTags the tags of the resource, not of this event
 */
@StoredAs("iam.InstanceProfileCreated")
public record InstanceProfileCreated(IamResource profile, Map<String, String> profileTags) implements IdentityEvent {

    public InstanceProfileCreated {
        profileTags = Map.copyOf(profileTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Tags.created(profile);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(profile.arn(), profile.name()));
    }
}
