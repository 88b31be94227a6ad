package io.attestore.query.iam.role;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.policy.HeldPolicyLists;

/**
 * Lists the names of the inline policies of a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html">IAM: ListRolePolicies</a>
 */
public final class ListRolePolicies {

    private final IamPages pages;

    public ListRolePolicies(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListRolePolicies");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListRolePolicies")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy((role, input, call) -> HeldPolicyLists.names(pages, role, input, call));
    }
}
