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
 * A customer managed policy came to be, with its first version.
 *
 * @param document as it was sent, JSON
 * @param policyTags the tags of the resource, not of this event
 */
@StoredAs("iam.PolicyCreated")
public record PolicyCreated(IamResource policy, String description, String document, Map<String, String> policyTags)
        implements IdentityEvent {

    public PolicyCreated {
        policyTags = Map.copyOf(policyTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Tags.created(policy);
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(policy.arn(), policy.name()));
    }
}
