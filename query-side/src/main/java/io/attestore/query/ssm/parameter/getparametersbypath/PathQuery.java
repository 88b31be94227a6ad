package io.attestore.query.ssm.parameter.getparametersbypath;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.ConditionValues;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.query.ssm.parameter.listing.FilterKey;
import io.attestore.query.ssm.parameter.listing.ParameterFilter;
import io.attestore.query.ssm.parameter.listing.PlaceTokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is asked for, page after page.
 *
 * @param parent the path without a slash at its end; empty for the root
 */
record PathQuery(String parent, boolean recursive, List<ParameterFilter> filters) {

    private static final Set<FilterKey> KEYS = EnumSet.of(FilterKey.TYPE, FilterKey.KEY_ID, FilterKey.LABEL);
    private static final Pattern PATH = Pattern.compile("/|(?:/[a-zA-Z0-9_.-]+)+/?");

    static PathQuery of(Structure input) {
        String path = input.text("Path").strip();
        if (!PATH.matcher(path).matches()) {
            throw ParameterNameFaults.malformedPath();
        }
        String parent = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return new PathQuery(
                parent,
                input.flag("Recursive"),
                ParameterFilter.all(input.structures("ParameterFilters"), KEYS, "Type, KeyId"));
    }

    /** The ARN that permission is asked for: the path as it was sent. */
    static Arn resource(String path, AccountRegion where) {
        return ParameterReference.under(path.strip(), where);
    }

    /** What it tells policies: whether it goes deeper than one level. */
    static ConditionValues conditions(Structure input) {
        return key -> key.equals("ssm:recursive") ? ConditionValues.one(input.flag("Recursive")) : Optional.empty();
    }

    /** The labels that are asked for; empty if none is. */
    List<String> labels() {
        return filters.stream()
                .filter(filter -> filter.key() == FilterKey.LABEL)
                .flatMap(filter -> filter.values().stream())
                .toList();
    }

    List<String> question() {
        List<String> question = new ArrayList<>(List.of(parent, Boolean.toString(recursive)));
        question.addAll(PlaceTokens.texts(filters));
        return question;
    }
}
