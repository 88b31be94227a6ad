package io.attestore.query.parameters.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.attestore.door.document.Structure;
import io.attestore.door.fault.SsmFaults;
import io.attestore.door.operation.Call;
import io.attestore.door.paging.PageTokens;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * NextTokens that tell a place in the order of the paths, for the question alone that they were an answer to. Safe for
 * many threads.
 */
public final class PlaceTokens {

    private final PageTokens tokens;

    public PlaceTokens(PageTokens tokens) {
        this.tokens = tokens;
    }

    /** The token of the page that begins at a place. */
    public String seal(Call call, List<String> question, String place) {
        return tokens.seal(call.context().eventName(), call.where(), fingerprint(question) + place);
    }

    /** Where the wanted page begins; empty for the first. */
    public Optional<String> place(Call call, List<String> question, Structure input) {
        String fingerprint = fingerprint(question);
        return input.optionalText("NextToken")
                .filter(token -> !token.isEmpty())
                .map(token -> tokens.open(call.context().eventName(), call.where(), token)
                        .filter(payload -> payload.startsWith(fingerprint))
                        .map(payload -> payload.substring(fingerprint.length()))
                        .orElseThrow(SsmFaults::invalidNextToken));
    }

    /** The texts of filters, for a question. */
    public static List<String> texts(List<ParameterFilter> filters) {
        return filters.stream()
                .map(filter -> filter.name() + '\n' + filter.option() + '\n' + joined(filter.values()))
                .toList();
    }

    /** Text that another question does not have, of 64 characters. */
    private static String fingerprint(List<String> question) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(joined(question).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** Each text after its length, so that two lists are never the same text. */
    private static String joined(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        texts.forEach(text -> joined.append(text.length()).append(':').append(text));
        return joined.toString();
    }
}
