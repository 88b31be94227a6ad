package io.attestore.query.iam.role;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.page.TagLists;

/**
 * Lists the tags of an instance profile.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfileTags.html">IAM: ListInstanceProfileTags</a>
 */
public final class ListInstanceProfileTags {

    private final IamPages pages;

    public ListInstanceProfileTags(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListInstanceProfileTags");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListInstanceProfileTags")
                .reads()
                .disclosesNoSecret()
                .about(NamedInIam.INSTANCE_PROFILES.by("InstanceProfileName"))
                .handledBy((profile, input, call) -> TagLists.of(pages, profile.tags(), input, call));
    }
}
