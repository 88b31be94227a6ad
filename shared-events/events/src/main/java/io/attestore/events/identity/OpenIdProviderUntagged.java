package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.List;
import java.util.Set;

/**
 * An identity provider has tags no more.
 *
 * @param url of the provider, without its scheme
 */
@StoredAs("iam.OpenIdProviderUntagged")
public record OpenIdProviderUntagged(AccountId account, String url, List<String> tagKeys) implements IdentityEvent {

    public OpenIdProviderUntagged {
        tagKeys = List.copyOf(tagKeys);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.openIdProviders(account));
    }
}
