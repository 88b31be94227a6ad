package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.AccessKeyOwner;

/**
 * Lists the signing certificates of a user: there are none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSigningCertificates.html">IAM: ListSigningCertificates</a>
 */
public final class ListSigningCertificates {

    private ListSigningCertificates() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListSigningCertificates")
                .reads()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy((user, input, call) -> EmptyLists.paged("Certificates"));
    }
}
