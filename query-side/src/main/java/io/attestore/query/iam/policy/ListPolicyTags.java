package io.attestore.query.iam.policy;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.policy.ManagedPolicies;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.page.TagLists;

/**
 * Lists the tags of a managed policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html">IAM: ListPolicyTags</a>
 */
public final class ListPolicyTags {

    private final IamPages pages;

    public ListPolicyTags(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListPolicyTags");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListPolicyTags")
                .reads()
                .disclosesNoSecret()
                .about(ManagedPolicies.by("PolicyArn"))
                .handledBy((policy, input, call) -> TagLists.of(pages, policy.tags(), input, call));
    }
}
