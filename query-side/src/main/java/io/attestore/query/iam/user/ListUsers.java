package io.attestore.query.iam.user;

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
 * Lists the users of the account whose paths begin with a prefix.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html">IAM: ListUsers</a>
 */
public final class ListUsers {

    private final IamPages pages;

    public ListUsers(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListUsers");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListUsers")
                .reads()
                .disclosesNoSecret()
                .needing((input, call) -> IamLists.access(IamKind.USER, input, call))
                .handledBy(this::list);
    }

    private Outcome list(Structure input, Call call) {
        return pages.answer(
                input,
                call,
                "Users",
                IamLists.all(IamKind.USER, call),
                IamLists.under(input),
                entry -> IamDocuments.listedUser(entry.resource(), entry.createdAt()));
    }
}
