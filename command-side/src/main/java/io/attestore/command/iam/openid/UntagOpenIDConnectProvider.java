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
import io.attestore.events.identity.OpenIdProviderUntagged;
import java.util.List;

/**
 * Takes tags off an identity provider.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagOpenIDConnectProvider.html">IAM: UntagOpenIDConnectProvider</a>
 */
public final class UntagOpenIDConnectProvider {

    private UntagOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UntagOpenIDConnectProvider")
                .writes()
                .disclosesNoSecret()
                .conditions(IamConditions.tagsRemoved())
                .about(NamedProvider.named())
                .handledBy(UntagOpenIDConnectProvider::change);
    }

    private static Outcome change(OpenIdProvider provider, Structure input, Call call) {
        return ResourceTagging.untag(
                provider.tags(),
                input,
                keys -> new OpenIdProviderUntagged(call.where().account(), provider.url(), List.copyOf(keys)));
    }
}
