package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.NamedResource;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.IamResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An access key is gone, and its secret with it.
 *
 * @param user whose key it was; empty for a key of root
 */
@StoredAs("iam.AccessKeyDeleted")
public record AccessKeyDeleted(AccountId account, Optional<IamResource> user, AccessKeyId accessKeyId)
        implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Tags.accessKeyOf(account, user, accessKeyId);
    }

    @Override
    public List<NamedResource> resources() {
        return user.map(owner -> new NamedResource(owner.arn(), owner.name())).stream()
                .toList();
    }
}
