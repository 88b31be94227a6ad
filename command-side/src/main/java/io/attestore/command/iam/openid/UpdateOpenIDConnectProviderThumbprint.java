package io.attestore.command.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProvider;
import io.attestore.events.identity.OpenIdThumbprintsPut;

/**
 * Replaces the thumbprints of an identity provider's certificates.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html">IAM: UpdateOpenIDConnectProviderThumbprint</a>
 */
public final class UpdateOpenIDConnectProviderThumbprint {

    private UpdateOpenIDConnectProviderThumbprint() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "UpdateOpenIDConnectProviderThumbprint")
                .writes()
                .disclosesNoSecret()
                .about(NamedProvider.named())
                .handledBy(UpdateOpenIDConnectProviderThumbprint::change);
    }

    private static Outcome change(OpenIdProvider provider, Structure input, Call call) {
        return Outcome.answered(
                Structure.EMPTY,
                new OpenIdThumbprintsPut(call.where().account(), provider.url(), ProviderChecks.thumbprints(input)));
    }
}
