package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.Arn;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user of IAM came to be.
 *
 * @param userTags the tags of the resource, not of this event
 * @param boundary the policy that limits what the user may do
 */
@StoredAs("iam.UserCreated")
public record UserCreated(IamResource user, Map<String, String> userTags, Optional<Arn> boundary)
        implements IdentityEvent {

    public UserCreated {
        userTags = Map.copyOf(userTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Tags.created(user);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(user.arn(), user.name()));
    }
}
