package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** A version of a customer managed policy is gone. */
@StoredAs("iam.PolicyVersionDeleted")
public record PolicyVersionDeleted(IamResource policy, int version) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.iam(policy.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(policy.arn(), policy.name()));
    }
}
