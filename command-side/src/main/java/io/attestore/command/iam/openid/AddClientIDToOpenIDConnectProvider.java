package io.attestore.command.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProvider;
import io.attestore.events.identity.OpenIdClientIdAdded;

/**
 * Trusts one more client id of an identity provider; one that is trusted already stays so.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html">IAM: AddClientIDToOpenIDConnectProvider</a>
 */
public final class AddClientIDToOpenIDConnectProvider {

    private AddClientIDToOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "AddClientIDToOpenIDConnectProvider")
                .writes()
                .disclosesNoSecret()
                .about(NamedProvider.named())
                .handledBy(AddClientIDToOpenIDConnectProvider::change);
    }

    private static Outcome change(OpenIdProvider provider, Structure input, Call call) {
        String clientId = input.text("ClientID");
        if (provider.clientIds().contains(clientId)) {
            return Outcome.answered(Structure.EMPTY);
        }
        if (provider.clientIds().size() >= OpenIdProvider.CLIENT_IDS_MAX) {
            throw IamFaults.quotaExceeded("ClientIdsPerOpenIdConnectProvider", OpenIdProvider.CLIENT_IDS_MAX);
        }
        return Outcome.answered(
                Structure.EMPTY, new OpenIdClientIdAdded(call.where().account(), provider.url(), clientId));
    }
}
