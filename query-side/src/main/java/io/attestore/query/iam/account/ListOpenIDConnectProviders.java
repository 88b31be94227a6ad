package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;

/**
 * Lists the OpenID Connect identity providers of the account: there are none.
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
                .handledBy((input, call) -> EmptyLists.of("OpenIDConnectProviderList"));
    }
}
