package io.attestore.query.iam.group;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Lists the managed policies that are attached to a group.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html">IAM: ListAttachedGroupPolicies</a>
 */
public final class ListAttachedGroupPolicies {

    private final IamPages pages;

    public ListAttachedGroupPolicies(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListAttachedGroupPolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListAttachedGroupPolicies")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy((group, input, call) -> HeldPolicyLists.attached(pages, group, input, call));
    }
}
