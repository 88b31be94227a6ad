package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccessKeyId;
import io.attestore.events.id.AccountId;
import java.util.Set;

/**
 * An access key of an account's root came to be.
 *
 * @param secretRowId the row of the key table that held its secret, wrapped, when it was made. Nobody looks there because of
 *     it: the row's name follows from the access key's id
 */
@StoredAs("iam.AccessKeyCreated")
public record AccessKeyCreated(AccountId account, AccessKeyId accessKeyId, String secretRowId)
        implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.accessKey(accessKeyId), Tags.accessKeys(), Tags.account(account));
    }
}
