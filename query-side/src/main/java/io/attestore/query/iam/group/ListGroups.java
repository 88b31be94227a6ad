package io.attestore.query.iam.group;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.events.id.IamKind;
import io.attestore.query.iam.page.IamLists;
import io.attestore.query.iam.page.IamPages;

/**
 * Lists the groups of the account whose paths begin with a prefix.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroups.html">IAM: ListGroups</a>
 */
public final class ListGroups {

    private final IamPages pages;

    public ListGroups(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListGroups");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListGroups")
                .reads()
                .disclosesNoSecret()
                .needing((input, call) -> IamLists.access(IamKind.GROUP, input, call))
                .handledBy(this::list);
    }

    private Outcome list(Structure input, Call call) {
        return pages.answer(
                input,
                call,
                "Groups",
                IamLists.all(IamKind.GROUP, call),
                IamLists.under(input),
                entry -> IamDocuments.group(entry.resource(), entry.createdAt()));
    }
}
