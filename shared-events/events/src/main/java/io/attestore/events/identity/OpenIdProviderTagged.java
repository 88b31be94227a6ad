package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.Map;
import java.util.Set;

/**
 * An identity provider has tags, or other values of those that it had.
 *
 * @param url of the provider, without its scheme
 */
@StoredAs("iam.OpenIdProviderTagged")
public record OpenIdProviderTagged(AccountId account, String url, Map<String, String> providerTags)
        implements IdentityEvent {

    public OpenIdProviderTagged {
        providerTags = Map.copyOf(providerTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.openIdProviders(account));
    }
}
