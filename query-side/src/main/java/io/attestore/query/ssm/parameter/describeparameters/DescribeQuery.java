package io.attestore.query.ssm.parameter.describeparameters;

import io.attestore.contract.document.Structure;
import io.attestore.query.ssm.parameter.listing.FilterKey;
import io.attestore.query.ssm.parameter.listing.ListingFaults;
import io.attestore.query.ssm.parameter.listing.ParameterFilter;
import io.attestore.query.ssm.parameter.listing.PlaceTokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is asked for, page after page. */
record DescribeQuery(boolean shared, List<ParameterFilter> filters) {

    private static final Set<FilterKey> KEYS = EnumSet.complementOf(EnumSet.of(FilterKey.LABEL));

    static DescribeQuery of(Structure input) {
        List<Structure> old = input.structures("Filters");
        List<Structure> filters = input.structures("ParameterFilters");
        if (!old.isEmpty() && !filters.isEmpty()) {
            throw ListingFaults.bothKindsOfFilters();
        }
        return new DescribeQuery(
                input.flag("Shared"),
                old.isEmpty()
                        ? ParameterFilter.all(filters, KEYS, "Path, Name, Type, KeyId, Tier")
                        : ParameterFilter.allOfOldForm(old));
    }

    List<String> question() {
        List<String> question = new ArrayList<>(List.of(Boolean.toString(shared)));
        question.addAll(PlaceTokens.texts(filters));
        return question;
    }
}
