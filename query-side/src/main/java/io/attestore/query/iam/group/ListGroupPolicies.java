package io.attestore.query.iam.group;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Lists the names of the inline policies of a group.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html">IAM: ListGroupPolicies</a>
 */
public final class ListGroupPolicies {

    private final IamPages pages;

    public ListGroupPolicies(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListGroupPolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListGroupPolicies")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.GROUPS.by("GroupName"))
                .handledBy((group, input, call) -> HeldPolicyLists.names(pages, group, input, call));
    }
}
