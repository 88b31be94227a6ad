package io.attestore.query.kms.page;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.paging.Page;
import io.attestore.contract.paging.PageRequest;
import io.attestore.contract.paging.PageTokens;
import io.attestore.entities.kms.KmsFaults;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * KMS's way to continue a list: a marker tells the last name of a page, so that a list that grows or shrinks meanwhile
 * repeats nothing and leaves nothing out. Safe for many threads.
 */
public final class Markers {

    /** No alias and no key id is longer; a marker has at most 1024 characters. */
    private static final int PLACE_BYTES = 256;

    private final PageTokens tokens;
    private final int placeBytes;
    private final String operation;

    /** @param operation the operation whose markers these are; no other takes them */
    public Markers(PageTokens tokens, String operation) {
        this(tokens, operation, PLACE_BYTES);
    }

    /** @param placeBytes of the longest name in the list, in UTF-8 */
    public Markers(PageTokens tokens, String operation, int placeBytes) {
        this.tokens = tokens;
        this.placeBytes = placeBytes;
        this.operation = "kms." + operation;
    }

    /** The name after which the page begins; empty text, which precedes every name, for the first page. */
    public String after(Structure input, Call call) {
        Optional<String> marker = input.optionalText("Marker");
        return marker.map(text -> tokens.open(page(call), text).orElseThrow(() -> KmsFaults.invalidMarker(text)))
                .orElse("");
    }

    /** An output that shows a page. */
    public <T> Structure.Builder output(
            String list, Page<T> page, Function<T, Structure> entry, Call call, Function<T, String> name) {
        Structure.Builder output = Structure.builder()
                .putAll(list, page.items().stream().map(entry).toList());
        if (page.truncated()) {
            output.put(
                    "NextMarker",
                    tokens.seal(page(call), name.apply(page.items().getLast())));
        }
        return output.put("Truncated", page.truncated());
    }

    private PageRequest page(Call call) {
        return new PageRequest(operation, call.where(), List.of(), placeBytes);
    }
}
