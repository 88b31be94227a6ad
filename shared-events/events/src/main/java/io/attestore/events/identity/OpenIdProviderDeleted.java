package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.Set;

/**
 * An account trusts an identity provider no more.
 *
 * @param url of the provider, without its scheme
 */
@StoredAs("iam.OpenIdProviderDeleted")
public record OpenIdProviderDeleted(AccountId account, String url) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.openIdProviders(account));
    }
}
