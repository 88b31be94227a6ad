package io.attestore.command.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProvider;
import io.attestore.events.identity.OpenIdClientIdRemoved;

/**
 * Trusts a client id of an identity provider no more; one that is not trusted is passed over.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html">IAM: RemoveClientIDFromOpenIDConnectProvider</a>
 */
public final class RemoveClientIDFromOpenIDConnectProvider {

    private RemoveClientIDFromOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "RemoveClientIDFromOpenIDConnectProvider")
                .writes()
                .disclosesNoSecret()
                .about(NamedProvider.named())
                .handledBy(RemoveClientIDFromOpenIDConnectProvider::change);
    }

    private static Outcome change(OpenIdProvider provider, Structure input, Call call) {
        String clientId = input.text("ClientID");
        return provider.clientIds().contains(clientId)
                ? Outcome.answered(
                        Structure.EMPTY, new OpenIdClientIdRemoved(call.where().account(), provider.url(), clientId))
                : Outcome.answered(Structure.EMPTY);
    }
}
