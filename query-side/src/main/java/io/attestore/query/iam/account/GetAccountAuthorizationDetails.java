package io.attestore.query.iam.account;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.PageTokens;
import io.attestore.query.iam.page.IamPages;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Tells all users, groups, roles and managed policies of an account with what they permit, page by page.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">IAM: GetAccountAuthorizationDetails</a>
 */
public final class GetAccountAuthorizationDetails {

    private final IamPages pages;

    public GetAccountAuthorizationDetails(PageTokens tokens) {
        this.pages = new IamPages(tokens, "GetAccountAuthorizationDetails");
    }

    public Operation operation() {
        return Operation.of(AwsService.IAM, "GetAccountAuthorizationDetails")
                .reads()
                .disclosesNoSecret()
                .aboutNoResource()
                .handledBy(this::details);
    }

    private Outcome details(Structure input, Call call) {
        NavigableMap<String, Supplier<AuthorizationDetail>> all = new TreeMap<>();
        List<String> filter = input.texts("Filter");
        for (DetailKind kind : DetailKind.values()) {
            if (filter.isEmpty() || filter.contains(kind.wireName())) {
                kind.details(call).forEach((name, detail) -> all.put(kind.ordinal() + "/" + name, detail));
            }
        }
        return call.page(input.whole("MaxItems", 100), () -> page(input, call, all));
    }

    private Outcome page(Structure input, Call call, NavigableMap<String, Supplier<AuthorizationDetail>> all) {
        List<AuthorizationDetail> page = new ArrayList<>();
        Structure.Builder output = pages.page(input, call, "UserDetailList", all, item -> true, item -> {
            AuthorizationDetail detail = item.get();
            page.add(detail);
            return detail.document();
        });
        for (String list : AuthorizationDetail.LISTS) {
            output.putAll(
                    list,
                    page.stream()
                            .filter(detail -> detail.list().equals(list))
                            .map(AuthorizationDetail::document)
                            .toList());
        }
        return Outcome.answered(output.build());
    }
}
