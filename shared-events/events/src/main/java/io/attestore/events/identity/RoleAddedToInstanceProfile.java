package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** An instance profile got its role. */
@StoredAs("iam.RoleAddedToInstanceProfile")
public record RoleAddedToInstanceProfile(IamResource profile, IamResource role) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(profile.id()), Tags.instanceProfilesOf(role.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(profile.arn(), profile.name()), new NamedResource(role.arn(), role.name()));
    }
}
