package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;

/**
 * Lists the SAML identity providers of the account: there are none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html">IAM: ListSAMLProviders</a>
 */
public final class ListSAMLProviders {

    private ListSAMLProviders() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListSAMLProviders")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy((input, call) -> EmptyLists.of("SAMLProviderList"));
    }
}
