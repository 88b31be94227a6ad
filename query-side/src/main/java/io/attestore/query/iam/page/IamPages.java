package io.attestore.query.iam.page;

import io.attestore.contract.document.Document;
import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.contract.paging.Page;
import io.attestore.contract.paging.PageRequest;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.iam.IamFaults;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * IAM's way to continue a list: a marker tells the last name of a page, so that a list that grows or shrinks meanwhile
 * repeats nothing and leaves nothing out. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html">IAM: ListUsers, for instance</a>
 */
public final class IamPages {

    static final int ITEMS_DEFAULT = 100;

    private final PageTokens tokens;
    private final String operation;

    /** @param operation the operation whose markers these are; no other takes them */
    public IamPages(PageTokens tokens, String operation) {
        this.tokens = tokens;
        this.operation = "iam." + operation;
    }

    /**
     * A page of a list, sorted by what names its items.
     *
     * @param shown which items the list has
     * @param entry what the answer tells of one
     */
    public <T> Outcome answer(
            Structure input,
            Call call,
            String list,
            NavigableMap<String, T> all,
            Predicate<T> shown,
            Function<T, ? extends Document> entry) {
        int items = input.whole("MaxItems", ITEMS_DEFAULT);
        return call.page(
                items,
                () -> Outcome.answered(
                        page(input, call, list, all, shown, entry).build()));
    }

    /** An output that shows a page, for more to be added. */
    public <T> Structure.Builder page(
            Structure input,
            Call call,
            String list,
            NavigableMap<String, T> all,
            Predicate<T> shown,
            Function<T, ? extends Document> entry) {
        PageRequest request = request(input, call);
        NavigableMap<String, T> rest = input.optionalText("Marker")
                .map(marker -> Place.after(place(marker, request), all))
                .orElse(all);
        Page<Map.Entry<String, T>> page = Page.of(
                rest.entrySet().stream().filter(item -> shown.test(item.getValue())),
                input.whole("MaxItems", ITEMS_DEFAULT));
        Structure.Builder output = Structure.builder()
                .putAll(
                        list,
                        page.items().stream()
                                .map(item -> entry.apply(item.getValue()))
                                .toList())
                .put("IsTruncated", page.truncated());
        if (page.truncated()) {
            output.put(
                    "Marker",
                    tokens.seal(request, Place.of(page.items().getLast().getKey())));
        }
        return output;
    }

    private String place(String marker, PageRequest request) {
        return tokens.open(request, marker).orElseThrow(() -> IamFaults.validation("Invalid Marker: " + marker));
    }

    /** A marker is bound to all that the call asks for but the size of the page. */
    private PageRequest request(Structure input, Call call) {
        List<String> asked = input.members().entrySet().stream()
                .filter(member ->
                        !member.getKey().equals("Marker") && !member.getKey().equals("MaxItems"))
                .map(member -> member.getKey() + "=" + member.getValue())
                .sorted()
                .toList();
        return new PageRequest(operation, call.where(), asked, Place.BYTES_MAX);
    }
}
