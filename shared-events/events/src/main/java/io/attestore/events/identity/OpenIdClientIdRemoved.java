package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.Set;

/**
 * A client id of an identity provider is trusted no more.
 *
 * @param url of the provider, without its scheme
 */
@StoredAs("iam.OpenIdClientIdRemoved")
public record OpenIdClientIdRemoved(AccountId account, String url, String clientId) implements IdentityEvent {

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.openIdProviders(account));
    }
}
