package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** Another version is what a customer managed policy says from now on. */
@StoredAs("iam.DefaultPolicyVersionSet")
public record DefaultPolicyVersionSet(IamResource policy, int version) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(policy.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(policy.arn(), policy.name()));
    }
}
