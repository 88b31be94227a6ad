package io.attestore.query.iam.user;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Lists the names of the inline policies of a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html">IAM: ListUserPolicies</a>
 */
public final class ListUserPolicies {

    private final IamPages pages;

    public ListUserPolicies(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListUserPolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListUserPolicies")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy((user, input, call) -> HeldPolicyLists.names(pages, user, input, call));
    }
}
