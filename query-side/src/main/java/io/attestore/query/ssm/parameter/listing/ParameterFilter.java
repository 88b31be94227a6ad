package io.attestore.query.ssm.parameter.listing;

import io.attestore.contract.document.Shape.StructureShape;
import io.attestore.contract.document.Structure;
import io.attestore.entities.ssm.parameter.ParameterNameFaults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One condition on a parameter. It holds if it does for one of the values.
 *
 * @param name the key as it was sent, e.g. {@code tag:Owner}
 * @param values empty only for a tag, which then has to be there with any value
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html">ParameterStringFilter</a>
 */
public record ParameterFilter(FilterKey key, String name, String option, List<String> values) {

    /** Filters of one request: far more than there are keys, and as many as a parameter has tags. */
    private static final int FILTERS_MAX = 60;

    private static final Pattern PATH = Pattern.compile("/|(?:/[a-zA-Z0-9_.-]+)+/?");
    private static final Pattern RESERVED_PATH = Pattern.compile("/(?:aws|ssm).*", Pattern.CASE_INSENSITIVE);

    public ParameterFilter {
        values = List.copyOf(values);
    }

    /** An input with filters by these members. */
    public static StructureShape limited(StructureShape model, String... members) {
        StructureShape limited = model;
        for (String member : members) {
            limited = limited.changing(member, filters -> filters.limitedTo(FILTERS_MAX));
        }
        return limited;
    }

    /**
     * Reads the {@code ParameterFilters} of a request.
     *
     * @param offered the keys that the operation has
     * @param told the keys as AWS lists them in its refusal
     */
    public static List<ParameterFilter> all(List<Structure> inputs, Set<FilterKey> offered, String told) {
        List<ParameterFilter> filters = new ArrayList<>(inputs.size());
        Set<String> names = new HashSet<>();
        for (Structure input : inputs) {
            String name = input.text("Key");
            FilterKey key = FilterKey.ofWireName(name)
                    .filter(offered::contains)
                    .orElseThrow(() -> ListingFaults.invalidFilterKey(name, told));
            List<String> values = input.texts("Values");
            if (values.isEmpty() && key != FilterKey.TAG) {
                throw ListingFaults.missingFilterValues(name);
            }
            if (!names.add(name)) {
                throw ListingFaults.duplicateFilter(name);
            }
            String option = input.optionalText("Option").orElse(key.defaultOption());
            if (!key.options().contains(option)) {
                throw ListingFaults.invalidFilterOption(option, key.optionsTold());
            }
            values.forEach(value -> requireValue(key, value));
            filters.add(new ParameterFilter(key, name, option, values));
        }
        return List.copyOf(filters);
    }

    /**
     * Reads the {@code Filters} of a request, which came before {@code ParameterFilters}: a name begins with a value, all
     * else equals one.
     */
    public static List<ParameterFilter> allOfOldForm(List<Structure> inputs) {
        List<ParameterFilter> filters = new ArrayList<>(inputs.size());
        Set<String> names = new HashSet<>();
        for (Structure input : inputs) {
            String name = input.text("Key");
            FilterKey key = FilterKey.ofWireName(name)
                    .orElseThrow(() -> ListingFaults.invalidFilterKey(name, "Name, Type, KeyId"));
            if (!names.add(name)) {
                throw ListingFaults.duplicateFilter(name);
            }
            input.texts("Values").forEach(value -> requireValue(key, value));
            filters.add(new ParameterFilter(
                    key, name, key == FilterKey.NAME ? "BeginsWith" : "Equals", input.texts("Values")));
        }
        return List.copyOf(filters);
    }

    /** The key of the tag that it looks at. */
    String tagKey() {
        return name.substring("tag:".length());
    }

    private static void requireValue(FilterKey key, String value) {
        switch (key) {
            case TYPE -> requireOneOf(value, "String", "StringList", "SecureString");
            case TIER -> requireOneOf(value, "Standard", "Advanced", "Intelligent-Tiering");
            case PATH -> requirePath(value);
            case NAME, KEY_ID, LABEL, DATA_TYPE, TAG -> {}
        }
    }

    private static void requireOneOf(String value, String... valid) {
        if (!List.of(valid).contains(value)) {
            throw ListingFaults.invalidFilterValue(value, String.join(", ", valid));
        }
    }

    private static void requirePath(String value) {
        if (RESERVED_PATH.matcher(value).matches()) {
            throw ListingFaults.reservedPathFilter();
        }
        if (!PATH.matcher(value).matches()) {
            throw ParameterNameFaults.malformedPath();
        }
    }
}
