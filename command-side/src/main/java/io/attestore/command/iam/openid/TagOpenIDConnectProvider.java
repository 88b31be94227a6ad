package io.attestore.command.iam.openid;

import io.attestore.command.iam.change.ResourceTagging;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProvider;
import io.attestore.entities.iam.permission.IamConditions;
import io.attestore.events.identity.OpenIdProviderTagged;

/**
 * Puts tags on an identity provider, or other values to those that it has.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagOpenIDConnectProvider.html">IAM: TagOpenIDConnectProvider</a>
 */
public final class TagOpenIDConnectProvider {

    private TagOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "TagOpenIDConnectProvider")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsSent())
                .about(NamedProvider.named())
                .handledBy(TagOpenIDConnectProvider::change);
    }

    private static Outcome change(OpenIdProvider provider, Structure input, Call call) {
        return ResourceTagging.tag(
                provider.tags(),
                input,
                sent -> new OpenIdProviderTagged(call.where().account(), provider.url(), sent));
    }
}
