package io.attestore.query.iam.policy;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.document.PolicyDocuments;
import io.attestore.entities.iam.policy.AwsManagedPolicies;
import io.attestore.entities.iam.policy.ManagedPolicy;
import io.attestore.entities.iam.policy.PolicyAttachments;
import io.attestore.events.id.IamKind;
import io.attestore.query.iam.page.IamLists;
import io.attestore.query.iam.page.IamPages;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lists managed policies: the account's own, AWS's or both; all of them or those in use.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html">IAM: ListPolicies</a>
 */
public final class ListPolicies {

    private final IamPages pages;

    public ListPolicies(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListPolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListPolicies")
                .reads()
                .disclosesNoSecret()
                .needing((input, call) -> IamLists.access(IamKind.POLICY, input, call))
                .handledBy(this::list);
    }

    private Outcome list(Structure input, Call call) {
        String scope = input.optionalText("Scope").orElse("All");
        NavigableMap<String, ManagedPolicy> policies = new TreeMap<>();
        if (!scope.equals("AWS")) {
            AllPolicies.own(call).forEach(policy -> policies.put(policy.arn().value(), policy));
        }
        if (!scope.equals("Local")) {
            AwsManagedPolicies.all().forEach(policy -> policies.put(policy.arn().value(), policy));
        }
        return pages.answer(
                input,
                call,
                "Policies",
                policies,
                policy -> isShown(policy, input, call),
                policy -> PolicyDocuments.listed(policy, Uses.of(policy, call)));
    }

    private static boolean isShown(ManagedPolicy policy, Structure input, Call call) {
        return policy.path().startsWith(input.optionalText("PathPrefix").orElse("/"))
                && (!input.flag("OnlyAttached") || isAttached(policy, input, call))
                && (input.optionalText("PolicyUsageFilter").isEmpty() || isUsed(policy, input, call));
    }

    private static boolean isAttached(ManagedPolicy policy, Structure input, Call call) {
        return !Uses.of(policy, call).attached().isEmpty();
    }

    private static boolean isUsed(ManagedPolicy policy, Structure input, Call call) {
        PolicyAttachments uses = Uses.of(policy, call);
        return input.text("PolicyUsageFilter").equals("PermissionsBoundary")
                ? !uses.limited().isEmpty()
                : !uses.attached().isEmpty();
    }
}
