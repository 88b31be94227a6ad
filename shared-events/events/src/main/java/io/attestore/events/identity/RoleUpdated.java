package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A role's description or the longest time of its sessions changed. */
@StoredAs("iam.RoleUpdated")
public record RoleUpdated(IamResource role, RoleFacts facts) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(role.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(role.arn(), role.name()));
    }
}
