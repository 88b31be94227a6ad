package io.attestore.query.iam.openid;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.entities.iam.openid.OpenIdProviders;
import java.util.List;

/**
 * Lists the OpenID Connect identity providers of the account.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html">IAM: ListOpenIDConnectProviders</a>
 */
public final class ListOpenIDConnectProviders {

    private ListOpenIDConnectProviders() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListOpenIDConnectProviders")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy((input, call) -> list(call));
    }

    private static Outcome list(Call call) {
        List<Structure> providers = call.load(OpenIdProviders.TYPE, call.where().account()).byUrl().keySet().stream()
                .map(url -> Structure.builder()
                        .put("Arn", NamedProvider.arn(url, call).value())
                        .build())
                .toList();
        return Outcome.answered(Structure.builder()
                .putAll("OpenIDConnectProviderList", providers)
                .build());
    }
}
