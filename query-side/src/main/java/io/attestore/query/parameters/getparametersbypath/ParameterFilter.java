package io.attestore.query.parameters.getparametersbypath;

import io.attestore.door.document.Structure;
import io.attestore.door.fault.SsmFaults;
import io.attestore.events.parameter.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One condition on a parameter: one of the values must equal, or begin, what the parameter has under the key.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html">ParameterStringFilter</a>
 */
record ParameterFilter(Key key, boolean beginsWith, List<String> values) {

    /** What a filter can look at. */
    enum Key {
        TYPE("Type", "BeginsWith, Equals"),
        KEY_ID("KeyId", "BeginsWith, Equals"),
        LABEL("Label", "Equals");

        private final String wireName;
        private final String options;

        Key(String wireName, String options) {
            this.wireName = wireName;
            this.options = options;
        }

        private static Optional<Key> ofWireName(String name) {
            for (Key key : values()) {
                if (key.wireName.equals(name)) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }
    }

    ParameterFilter {
        values = List.copyOf(values);
    }

    static List<ParameterFilter> all(List<Structure> inputs) {
        List<ParameterFilter> filters = new ArrayList<>(inputs.size());
        for (Structure input : inputs) {
            ParameterFilter filter = of(input);
            if (filters.stream().anyMatch(other -> other.key == filter.key)) {
                throw SsmFaults.duplicateFilter(filter.key.wireName);
            }
            filters.add(filter);
        }
        return List.copyOf(filters);
    }

    private static ParameterFilter of(Structure input) {
        Key key = Key.ofWireName(input.text("Key")).orElseThrow(() -> SsmFaults.invalidFilterKey(input.text("Key")));
        String option = input.optionalText("Option").orElse("Equals");
        boolean offered = option.equals("Equals") || (option.equals("BeginsWith") && key != Key.LABEL);
        if (!offered) {
            throw SsmFaults.invalidFilterOption(option, key.options);
        }
        List<String> values = input.texts("Values");
        if (values.isEmpty()) {
            throw SsmFaults.missingFilterValues(key.wireName);
        }
        if (key == Key.TYPE) {
            values.forEach(ParameterFilter::requireType);
        }
        return new ParameterFilter(key, option.equals("BeginsWith"), values);
    }

    private static void requireType(String value) {
        if (ParameterType.ofWireName(value).isEmpty()) {
            throw SsmFaults.invalidFilterValue(value, "String, StringList, SecureString");
        }
    }

    /** Whether what a parameter has under the key satisfies the filter; it may have nothing. */
    boolean accepts(Optional<String> actual) {
        return actual.filter(text ->
                        values.stream().anyMatch(value -> beginsWith ? text.startsWith(value) : text.equals(value)))
                .isPresent();
    }
}
