package io.attestore.query.iam.policy;

import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.Policy;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;
import io.attestore.query.iam.page.IamLists;
import java.util.List;

/** All customer managed policies of the caller's account. */
public final class AllPolicies {

    private AllPolicies() {}

    public static List<ManagedPolicy> own(Call call) {
        List<IamId> ids = IamLists.all(IamKind.POLICY, call).values().stream()
                .map(entry -> entry.resource().id())
                .toList();
        call.fetch(Policy.TYPE, ids);
        return ids.stream()
                .map(id -> call.load(Policy.TYPE, id))
                .filter(Policy.Existing.class::isInstance)
                .<ManagedPolicy>map(policy -> new ManagedPolicy.Customer((Policy.Existing) policy))
                .toList();
    }
}
