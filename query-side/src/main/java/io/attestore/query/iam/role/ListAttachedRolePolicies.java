package io.attestore.query.iam.role;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Lists the managed policies that are attached to a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html">IAM: ListAttachedRolePolicies</a>
 */
public final class ListAttachedRolePolicies {

    private final IamPages pages;

    public ListAttachedRolePolicies(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListAttachedRolePolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListAttachedRolePolicies")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy((role, input, call) -> HeldPolicyLists.attached(pages, role, input, call));
    }
}
