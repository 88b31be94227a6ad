package io.attestore.query.iam.policy;

import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.PolicyAttachments;

/** What a managed policy is attached to in the caller's account. */
final class Uses {

    private Uses() {}

    static PolicyAttachments of(ManagedPolicy policy, Call call) {
        return call.load(
                PolicyAttachments.TYPE, new PolicyAttachments.Id(call.where().account(), policy.arn()));
    }
}
