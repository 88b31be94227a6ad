package io.attestore.query.iam.user;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Lists the managed policies that are attached to a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html">IAM: ListAttachedUserPolicies</a>
 */
public final class ListAttachedUserPolicies {

    private final IamPages pages;

    public ListAttachedUserPolicies(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListAttachedUserPolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListAttachedUserPolicies")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy((user, input, call) -> HeldPolicyLists.attached(pages, user, input, call));
    }
}
