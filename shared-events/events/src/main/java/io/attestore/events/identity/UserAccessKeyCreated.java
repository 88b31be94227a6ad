package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Set;

/** An access key of a user came to be. Its secret is in the key table. */
@StoredAs("iam.UserAccessKeyCreated")
public record UserAccessKeyCreated(IamResource user, AccessKeyId accessKeyId) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.accessKey(accessKeyId), Tags.accessKeys(), Tags.accessKeysOf(user.id()));
    }

    @Override
    public List<NamedResource> resources() {
        return List.of(new NamedResource(user.arn(), user.name()));
    }
}
