package io.attestore.query.iam.role;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.document.IamDocuments;
import io.attestore.entities.iam.lookup.NamedInIam;
import io.attestore.events.id.IamKind;
import io.attestore.query.iam.page.IamLists;
import io.attestore.query.iam.page.IamPages;

/**
 * Lists the roles of the account whose paths begin with a prefix.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html">IAM: ListRoles</a>
 */
public final class ListRoles {

    private final IamPages pages;

    public ListRoles(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListRoles");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListRoles")
                .reads()
                .disclosesNoSecret()
                .needing((input, call) -> IamLists.access(IamKind.ROLE, input, call))
                .handledBy(this::list);
    }

    private Outcome list(Structure input, Call call) {
        return pages.answer(
                input,
                call,
                "Roles",
                IamLists.all(IamKind.ROLE, call),
                IamLists.under(input),
                entry -> IamDocuments.listedRole(
                        NamedInIam.ROLES.existing(entry.resource().id(), call)));
    }
}
