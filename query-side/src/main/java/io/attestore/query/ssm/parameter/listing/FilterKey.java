package io.attestore.query.ssm.parameter.listing;

import java.util.List;
import java.util.Optional;

/** What a filter can look at. A tag's filter has the tag's key in its name. */
public enum FilterKey {
    PATH("Path"),
    NAME("Name"),
    TYPE("Type"),
    KEY_ID("KeyId"),
    TIER("Tier"),
    LABEL("Label"),
    DATA_TYPE("DataType"),
    TAG("tag:");

    private final String wireName;

    FilterKey(String wireName) {
        this.wireName = wireName;
    }

    static Optional<FilterKey> ofWireName(String name) {
        for (FilterKey key : values()) {
            if (key == TAG ? name.startsWith(key.wireName) : name.equals(key.wireName)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The options, as AWS lists them in its refusal. */
    String optionsTold() {
        return switch (this) {
            case PATH -> "Recursive, OneLevel";
            case LABEL -> "Equals";
            case NAME, TYPE, KEY_ID, TIER, DATA_TYPE, TAG -> "BeginsWith, Equals";
        };
    }

    List<String> options() {
        return switch (this) {
            case PATH -> List.of("OneLevel", "Recursive");
            case LABEL -> List.of("Equals");
            case NAME -> List.of("Equals", "BeginsWith", "Contains");
            case TYPE, KEY_ID, TIER, DATA_TYPE, TAG -> List.of("Equals", "BeginsWith");
        };
    }

    String defaultOption() {
        return options().getFirst();
    }
}
