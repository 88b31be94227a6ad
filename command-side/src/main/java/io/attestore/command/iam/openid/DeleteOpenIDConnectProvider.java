package io.attestore.command.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProvider;
import io.attestore.events.identity.OpenIdProviderDeleted;
import java.util.Optional;

/**
 * Lets nobody be trusted any more whom an identity provider vouches for. One that is not there is passed over.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html">IAM: DeleteOpenIDConnectProvider</a>
 */
public final class DeleteOpenIDConnectProvider {

    private DeleteOpenIDConnectProvider() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "DeleteOpenIDConnectProvider")
                .writes()
                .disclosesNoSecret()
                .about(NamedProvider.perhaps())
                .handledBy(DeleteOpenIDConnectProvider::delete);
    }

    private static Outcome delete(Optional<OpenIdProvider> provider, Structure input, Call call) {
        return provider.map(there -> Outcome.answered(
                        Structure.EMPTY, new OpenIdProviderDeleted(call.where().account(), there.url())))
                .orElseGet(() -> Outcome.answered(Structure.EMPTY));
    }
}
