package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;

/**
 * Lists the server certificates of the account: there are none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificates.html">IAM: ListServerCertificates</a>
 */
public final class ListServerCertificates {

    private ListServerCertificates() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListServerCertificates")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy((input, call) -> EmptyLists.paged("ServerCertificateMetadataList"));
    }
}
