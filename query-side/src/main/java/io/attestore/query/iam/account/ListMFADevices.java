package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.AccessKeyOwner;

/**
 * Lists the MFA devices of a user: there are none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html">IAM: ListMFADevices</a>
 */
public final class ListMFADevices {

    private ListMFADevices() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListMFADevices")
                .reads()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy((user, input, call) -> EmptyLists.paged("MFADevices"));
    }
}
