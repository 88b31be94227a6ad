package io.attestore.events.identity;

import io.attestore.events.EventTag;
import io.attestore.events.StoredAs;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import java.util.List;
import java.util.Set;

/**
 * The thumbprints of an identity provider's certificates are others.
 *
 * @param url of the provider, without its scheme
 */
@StoredAs("iam.OpenIdThumbprintsPut")
public record OpenIdThumbprintsPut(AccountId account, String url, List<String> thumbprints) implements IdentityEvent {

    public OpenIdThumbprintsPut {
        thumbprints = List.copyOf(thumbprints);
    }

    @Override
    public Set<EventTag> tags() {
        return Set.of(Tags.openIdProviders(account));
    }
}
