package io.attestore.query.iam.openid;

import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.openid.NamedProvider;
import io.attestore.query.iam.page.IamPages;
import io.attestore.query.iam.page.TagLists;

/**
 * Lists the tags of an identity provider.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviderTags.html">IAM: ListOpenIDConnectProviderTags</a>
 */
public final class ListOpenIDConnectProviderTags {

    private final IamPages pages;

    public ListOpenIDConnectProviderTags(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListOpenIDConnectProviderTags");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListOpenIDConnectProviderTags")
                .reads()
                .disclosesNoSecret()
                .about(NamedProvider.named())
                .handledBy((provider, input, call) -> TagLists.of(pages, provider.tags(), input, call));
    }
}
