package io.attestore.query.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamFaults;

/**
 * Tells what passwords must be like: nothing is said of it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html">IAM: GetAccountPasswordPolicy</a>
 */
public final class GetAccountPasswordPolicy {

    private GetAccountPasswordPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetAccountPasswordPolicy")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(GetAccountPasswordPolicy::get);
    }

    private static Outcome get(Structure input, Call call) {
        throw IamFaults.noSuchEntity(
                "The Password Policy with domain name " + call.where().account() + " cannot be found.");
    }
}
