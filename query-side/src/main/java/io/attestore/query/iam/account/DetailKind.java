package io.attestore.query.iam.account;

import io.attestore.contract.operation.Call;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.entities.iam.policy.AwsManagedPolicies;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.PolicyAttachments;
import io.attestore.events.id.IamId;
import io.attestore.events.id.IamKind;
import io.attestore.query.iam.page.IamLists;
import io.attestore.query.iam.policy.AllPolicies;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the details of an account can be limited to, in IAM's words. */
enum DetailKind {
    USER("User") {
        @Override
        Map<String, Supplier<AuthorizationDetail>> details(Call call) {
            return entries(IamKind.USER, call, id -> DetailDocuments.user(NamedInIam.USERS.existing(id, call), call));
        }
    },
    GROUP("Group") {
        @Override
        Map<String, Supplier<AuthorizationDetail>> details(Call call) {
            return entries(IamKind.GROUP, call, id -> DetailDocuments.group(NamedInIam.GROUPS.existing(id, call)));
        }
    },
    ROLE("Role") {
        @Override
        Map<String, Supplier<AuthorizationDetail>> details(Call call) {
            return entries(IamKind.ROLE, call, id -> DetailDocuments.role(NamedInIam.ROLES.existing(id, call), call));
        }
    },
    OWN_POLICY("LocalManagedPolicy") {
        @Override
        Map<String, Supplier<AuthorizationDetail>> details(Call call) {
            Map<String, Supplier<AuthorizationDetail>> details = new TreeMap<>();
            AllPolicies.own(call)
                    .forEach(policy -> details.put(policy.arn().value(), () -> DetailDocuments.policy(policy, call)));
            return details;
        }
    },
    AWS_POLICY("AWSManagedPolicy") {
        /** Those of AWS's policies that are in use, as AWS has it. */
        @Override
        Map<String, Supplier<AuthorizationDetail>> details(Call call) {
            Map<String, Supplier<AuthorizationDetail>> details = new TreeMap<>();
            for (ManagedPolicy policy : AwsManagedPolicies.all()) {
                PolicyAttachments uses = call.load(
                        PolicyAttachments.TYPE,
                        new PolicyAttachments.Id(call.where().account(), policy.arn()));
                if (!uses.attached().isEmpty() || !uses.limited().isEmpty()) {
                    details.put(policy.arn().value(), () -> DetailDocuments.policy(policy, call));
                }
            }
            return details;
        }
    };

    private final String wireName;

    DetailKind(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    /** By their names; each is made when its page is. */
    abstract Map<String, Supplier<AuthorizationDetail>> details(Call call);

    private static Map<String, Supplier<AuthorizationDetail>> entries(
            IamKind kind, Call call, Function<IamId, AuthorizationDetail> detail) {
        Map<String, Supplier<AuthorizationDetail>> details = new TreeMap<>();
        IamLists.all(kind, call)
                .forEach((name, entry) ->
                        details.put(name, () -> detail.apply(entry.resource().id())));
        return details;
    }
}
