package io.attestore.query.iam.user;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.page.TagLists;

/**
 * Lists the tags of a user.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html">IAM: ListUserTags</a>
 */
public final class ListUserTags {

    private final IamPages pages;

    public ListUserTags(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListUserTags");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListUserTags")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.USERS.by("UserName"))
                .handledBy((user, input, call) -> TagLists.of(pages, user.tags(), input, call));
    }
}
