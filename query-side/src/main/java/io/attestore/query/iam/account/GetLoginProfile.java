package io.attestore.query.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;
import io.attestore.entities.iam.lookup.AccessKeyOwner;

/**
 * Tells the password of a user by its date: there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html">IAM: GetLoginProfile</a>
 */
public final class GetLoginProfile {

    private GetLoginProfile() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetLoginProfile")
                .reads()
                .disclosesNoSecret()
                .about(AccessKeyOwner.by("UserName"))
                .handledBy(GetLoginProfile::get);
    }

    private static Outcome get(AccessKeyOwner user, Structure input, Call call) {
        throw IamFaults.noSuchEntity("Login Profile for User " + user.name(call) + " cannot be found.");
    }
}
