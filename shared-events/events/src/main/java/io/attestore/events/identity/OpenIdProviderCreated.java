package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An account trusts an OpenID Connect identity provider, as far as trust policies say.
 *
 * @param url of the provider, without its scheme
 */
@StoredAs("iam.OpenIdProviderCreated")
public record OpenIdProviderCreated(
        AccountId account,
        String url,
        List<String> clientIds,
        List<String> thumbprints,
        Map<String, String> providerTags)
        implements IdentityEvent {

    public OpenIdProviderCreated {
        clientIds = List.copyOf(clientIds);
        thumbprints = List.copyOf(thumbprints);
        providerTags = Map.copyOf(providerTags);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.openIdProviders(account));
    }
}
