package io.attestore.query.iam.group;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Tells an inline policy of a group.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html">IAM: GetGroupPolicy</a>
 */
public final class GetGroupPolicy {

    private GetGroupPolicy() {}

    public static Operation operation() {
        return Operation.of(AwsService.IAM, "GetGroupPolicy")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy((group, input, call) -> HeldPolicyLists.inline(group, input, "GroupName"));
    }
}
