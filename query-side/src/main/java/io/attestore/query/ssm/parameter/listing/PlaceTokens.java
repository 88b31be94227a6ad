package io.attestore.query.ssm.parameter.listing;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.paging.PageRequest;
import io.attestore.contract.paging.PageTokens;
import java.util.List;
import java.util.Optional;

/**
 * NextTokens that tell a place in the order of the paths, for the question alone that they were an answer to. Safe for
 * many threads.
 */
public final class PlaceTokens {

    /** No path and no ARN of a parameter is longer: AWS's limit is 1011 characters. */
    private static final int PLACE_BYTES = 1024;

    private final PageTokens tokens;

    public PlaceTokens(PageTokens tokens) {
        this.tokens = tokens;
    }

    /** The token of the page that begins at a place. */
    public String seal(Call call, List<String> question, String place) {
        return tokens.seal(page(call, question), place);
    }

    /** Where the wanted page begins; empty for the first. */
    public Optional<String> place(Call call, List<String> question, Structure input) {
        return input.optionalText("NextToken")
                .filter(token -> !token.isEmpty())
                .map(token -> tokens.open(page(call, question), token).orElseThrow(ListingFaults::invalidNextToken));
    }

    /** The texts of filters, for a question. */
    public static List<String> texts(List<ParameterFilter> filters) {
        return filters.stream()
                .map(filter -> filter.name() + '\n' + filter.option() + '\n' + joined(filter.values()))
                .toList();
    }

    private static PageRequest page(Call call, List<String> question) {
        return new PageRequest(call.context().eventName(), call.where(), question, PLACE_BYTES);
    }

    /** Each text after its length, so that two lists are never the same text. */
    private static String joined(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        texts.forEach(text -> joined.append(text.length()).append(':').append(text));
        return joined.toString();
    }
}
