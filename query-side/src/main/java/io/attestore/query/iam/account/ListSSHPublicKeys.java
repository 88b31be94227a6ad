package io.attestore.query.iam.account;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.AccessKeyOwner;

/**
 * Lists the SSH public keys of a user: there are none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSSHPublicKeys.html">IAM: ListSSHPublicKeys</a>
 */
public final class ListSSHPublicKeys {

    private ListSSHPublicKeys() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "ListSSHPublicKeys")
                .reads()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy((user, input, call) -> EmptyLists.paged("SSHPublicKeys"));
    }
}
