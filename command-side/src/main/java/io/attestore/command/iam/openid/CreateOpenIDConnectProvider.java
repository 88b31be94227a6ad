package io.attestore.command.iam.openid;

import io.attestore.command.iam.change.Creation;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.TagsSent;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdFaults;
import io.attestore.entities.iam.openid.OpenIdProviders;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.events.id.AccountId;
import io.attestore.events.identity.OpenIdProviderCreated;
import java.util.List;
import java.util.Map;

/**
 * Lets trust policies trust whom an OpenID Connect identity provider vouches for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html">IAM: CreateOpenIDConnectProvider</a>
 */
public final class CreateOpenIDConnectProvider {

    private CreateOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "CreateOpenIDConnectProvider")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .needing(CreateOpenIDConnectProvider::needs)
                .handledBy(CreateOpenIDConnectProvider::create);
    }

    private static List<Access> needs(Structure input, Call call) {
        Access creation = call.access(NamedProvider.arn(ProviderChecks.url(input), call));
        return Creation.access(creation, input, "iam:TagOpenIDConnectProvider");
    }

    private static Outcome create(Structure input, Call call) {
        AccountId account = call.where().account();
        String url = ProviderChecks.url(input);
        Map<String, String> tags = TagsSent.checked(input.structures("Tags"));
        OpenIdProviders providers = call.load(OpenIdProviders.TYPE, account);
        if (providers.find(url).isPresent()) {
            throw OpenIdFaults.alreadyExists(url);
        }
        if (providers.byUrl().size() >= OpenIdProviders.MAX) {
            throw IamFaults.quotaExceeded("OpenIdConnectProvidersPerAccount", OpenIdProviders.MAX);
        }
        OpenIdProviderCreated created = new OpenIdProviderCreated(
                account, url, ProviderChecks.clientIds(input), ProviderChecks.thumbprints(input), tags);
        Structure.Builder answer = Structure.builder()
                .put("OpenIDConnectProviderArn", NamedProvider.arn(url, call).value());
        IamDocuments.tags(answer, IamTags.of(tags));
        return Outcome.answered(answer.build(), created);
    }
}
