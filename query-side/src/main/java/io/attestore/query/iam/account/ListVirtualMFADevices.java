package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;

/**
 * Lists the virtual MFA devices of the account: there are none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html">IAM: ListVirtualMFADevices</a>
 */
public final class ListVirtualMFADevices {

    private ListVirtualMFADevices() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListVirtualMFADevices")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy((input, call) -> EmptyLists.paged("VirtualMFADevices"));
    }
}
