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
 * A role came to be.
 *
 * @param roleTags the tags of the resource, not of this event
 * @param boundary the policy that limits what the role may do
 */
@StoredAs("iam.RoleCreated")
public record RoleCreated(
        IamResource role, RoleFacts facts, TrustPolicy trust, Map<String, String> roleTags, Optional<Arn> boundary)
        implements IdentityEvent {

    public RoleCreated {
        roleTags = Map.copyOf(roleTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Tags.created(role);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(role.arn(), role.name()));
    }
}
