package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.AccessKeyOwner;

/**
 * Lists the service-specific credentials of a user: there are none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html">IAM: ListServiceSpecificCredentials</a>
 */
public final class ListServiceSpecificCredentials {

    private ListServiceSpecificCredentials() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListServiceSpecificCredentials")
                .reads()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy((user, input, call) -> EmptyLists.of("ServiceSpecificCredentials"));
    }
}
