package io.attestore.entities.iam.openid;

import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.Tags;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.OpenIdClientIdAdded;
import io.attestore.events.identity.OpenIdClientIdRemoved;
import io.attestore.events.identity.OpenIdProviderCreated;
import io.attestore.events.identity.OpenIdProviderDeleted;
import io.attestore.events.identity.OpenIdProviderTagged;
import io.attestore.events.identity.OpenIdProviderUntagged;
import io.attestore.events.identity.OpenIdThumbprintsPut;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The identity providers of one account: at most {@value #MAX}.
 *
 * @param byUrl in the order of their URLs
 */
public record OpenIdProviders(PSortedMap<String, OpenIdProvider> byUrl) {

    /** IAM's quota of identity providers of one account. */
    public static final int MAX = 100;

    public static final EntityType<AccountId, OpenIdProviders> TYPE = new EntityType<>(
            "identity providers",
            Tags::openIdProviders,
            id -> new OpenIdProviders(TreePMap.empty()),
            OpenIdProviders::evolve,
            providers -> 200 + 2000L * providers.byUrl.size());

    private static OpenIdProviders evolve(OpenIdProviders before, Event event, Instant at) {
        return switch (event) {
            case OpenIdProviderCreated created ->
                new OpenIdProviders(before.byUrl.plus(created.url(), OpenIdProvider.of(created, at)));
            case OpenIdProviderDeleted deleted -> new OpenIdProviders(before.byUrl.minus(deleted.url()));
            case OpenIdClientIdAdded added ->
                before.changed(added.url(), provider -> provider.withClient(added.clientId()));
            case OpenIdClientIdRemoved removed ->
                before.changed(removed.url(), provider -> provider.withoutClient(removed.clientId()));
            case OpenIdThumbprintsPut put ->
                before.changed(put.url(), provider -> provider.withThumbprints(put.thumbprints()));
            case OpenIdProviderTagged tagged ->
                before.changed(
                        tagged.url(), provider -> provider.with(provider.tags().with(tagged.providerTags())));
            case OpenIdProviderUntagged untagged ->
                before.changed(
                        untagged.url(),
                        provider -> provider.with(provider.tags().without(untagged.tagKeys())));
            default -> before;
        };
    }

    private OpenIdProviders changed(String url, UnaryOperator<OpenIdProvider> change) {
        OpenIdProvider provider = byUrl.get(url);
        return provider == null ? this : new OpenIdProviders(byUrl.plus(url, change.apply(provider)));
    }

    public Optional<OpenIdProvider> find(String url) {
        return Optional.ofNullable(byUrl.get(url));
    }
}
