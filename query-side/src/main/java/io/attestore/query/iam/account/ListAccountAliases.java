package io.attestore.query.iam.account;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.Account;
import io.attestore.query.iam.page.IamPages;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Lists the one name for people that an account may have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html">IAM: ListAccountAliases</a>
 */
public final class ListAccountAliases {

    private final IamPages pages;

    public ListAccountAliases(PageTokens tokens) {
        this.pages = new IamPages(tokens, "ListAccountAliases");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "ListAccountAliases")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(this::list);
    }

    private Outcome list(Structure input, Call call) {
        NavigableMap<String, String> aliases = new TreeMap<>();
        if (call.load(Account.TYPE, call.where().account()) instanceof Account.Open open) {
            open.alias().ifPresent(alias -> aliases.put(alias, alias));
        }
        return pages.answer(input, call, "AccountAliases", aliases, alias -> true, Document.Text::new);
    }
}
