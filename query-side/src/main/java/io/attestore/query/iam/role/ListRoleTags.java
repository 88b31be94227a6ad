package io.attestore.query.iam.role;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.page.TagLists;

/**
 * Lists the tags of a role.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html">IAM: ListRoleTags</a>
 */
public final class ListRoleTags {

    private final IamPages pages;

    public ListRoleTags(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListRoleTags");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListRoleTags")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.ROLES.by("RoleName"))
                .handledBy((role, input, call) -> TagLists.of(pages, role.tags(), input, call));
    }
}
