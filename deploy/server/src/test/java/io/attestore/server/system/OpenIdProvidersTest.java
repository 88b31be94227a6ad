package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityAlreadyExistsException;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.Tag;

/** The OpenID Connect identity providers of an account, as IAM keeps them. */
class OpenIdProvidersTest {

    private static final String THUMBPRINT = "6938fd4d98bab03faadb97b34396831e3780aea1";

    private final Tenant root = SystemServer.newTenant();
    private final IamClient iam = root.iam();
    private final String arn = "arn:aws:iam::" + root.account() + ":oidc-provider/token.actions.example";

    @Test
    void a_provider_is_what_its_changes_have_made_of_it() {
        String created = iam.createOpenIDConnectProvider(r -> r.url("https://token.actions.example/")
                        .clientIDList("sts.amazonaws.com", "sts.amazonaws.com")
                        .thumbprintList(THUMBPRINT)
                        .tags(tag("team", "blue")))
                .openIDConnectProviderArn();
        assertThat(created).isEqualTo(arn);

        iam.addClientIDToOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("app"));
        iam.addClientIDToOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("app"));
        iam.removeClientIDFromOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("sts.amazonaws.com"));
        iam.removeClientIDFromOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("never-there"));
        iam.updateOpenIDConnectProviderThumbprint(
                r -> r.openIDConnectProviderArn(arn).thumbprintList(THUMBPRINT, "A".repeat(40)));
        iam.tagOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).tags(tag("Team", "red"), tag("stage", "prod")));
        iam.untagOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn).tagKeys("stage", "none"));

        GetOpenIdConnectProviderResponse provider = iam.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
        assertThat(provider.url()).isEqualTo("token.actions.example");
        assertThat(provider.clientIDList()).containsExactly("app");
        assertThat(provider.thumbprintList()).containsExactly(THUMBPRINT, "A".repeat(40));
        assertThat(provider.tags()).containsExactly(tag("Team", "red"));
        assertThat(iam.listOpenIDConnectProviders().openIDConnectProviderList())
                .extracting(OpenIDConnectProviderListEntry::arn)
                .containsExactly(arn);

        iam.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
        iam.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
        assertThat(iam.listOpenIDConnectProviders().openIDConnectProviderList()).isEmpty();
        assertThatThrownBy(() -> iam.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn)))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("OpenIDConnect Provider not found for arn " + arn);
    }

    @Test
    void what_is_no_provider_is_refused() {
        create("https://issuer.example");
        assertThatThrownBy(() -> create("https://issuer.example/")).isInstanceOf(EntityAlreadyExistsException.class);
        for (String url : new String[] {
            "http://issuer.example",
            "https://issuer.example:8443",
            "https://issuer.example?x=1",
            "https:///path",
            "https://"
        }) {
            assertThatThrownBy(() -> create(url)).as(url).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> iam.createOpenIDConnectProvider(r -> r.url("https://other.example")
                        .thumbprintList(
                                IntStream.range(0, 6).mapToObj(i -> THUMBPRINT).toList())))
                .hasMessageContaining("Thumbprint list must contain fewer than 5 entries.");
        assertThatThrownBy(() -> iam.createOpenIDConnectProvider(
                        r -> r.url("https://other.example").thumbprintList("z".repeat(40))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> iam.createOpenIDConnectProvider(r -> r.url("https://other.example")
                        .clientIDList(
                                IntStream.range(0, 101).mapToObj(i -> "c" + i).toList())))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
    }

    @Test
    void an_account_has_up_to_a_hundred_providers() {
        for (int i = 0; i < 100; i++) {
            create("https://issuer.example/" + i);
        }

        assertThatThrownBy(() -> create("https://issuer.example/one-more"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100");
    }

    private void create(String url) {
        iam.createOpenIDConnectProvider(r -> r.url(url));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
