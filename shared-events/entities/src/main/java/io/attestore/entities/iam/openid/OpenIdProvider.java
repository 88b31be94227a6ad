package io.attestore.entities.iam.openid;

import io.attestore.entities.iam.IamTags;
import io.attestore.events.identity.OpenIdProviderCreated;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An OpenID Connect identity provider. Immutable; safe for many threads.
 *
 * @param url without its scheme, which is https
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">IAM: OIDC providers</a>
 */
public record OpenIdProvider(
        String url, List<String> clientIds, List<String> thumbprints, Instant createdAt, IamTags tags) {

    /** IAM's quota of client ids of one provider. */
    public static final int CLIENT_IDS_MAX = 100;

    static OpenIdProvider of(OpenIdProviderCreated created, Instant at) {
        return new OpenIdProvider(
                created.url(), created.clientIds(), created.thumbprints(), at, IamTags.of(created.providerTags()));
    }

    OpenIdProvider withClient(String clientId) {
        return new OpenIdProvider(
                url, Stream.concat(clientIds.stream(), Stream.of(clientId)).toList(), thumbprints, createdAt, tags);
    }

    OpenIdProvider withoutClient(String clientId) {
        List<String> left =
                clientIds.stream().filter(each -> !each.equals(clientId)).toList();
        return new OpenIdProvider(url, left, thumbprints, createdAt, tags);
    }

    OpenIdProvider withThumbprints(List<String> others) {
        return new OpenIdProvider(url, clientIds, others, createdAt, tags);
    }

    OpenIdProvider with(IamTags others) {
        return new OpenIdProvider(url, clientIds, thumbprints, createdAt, others);
    }
}
