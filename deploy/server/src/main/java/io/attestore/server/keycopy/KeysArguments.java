package io.attestore.server.keycopy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of {@code export-keys} and {@code import-keys}. */
final class KeysArguments {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if an option is not one of these, or lacks its value */
    KeysArguments(List<String> words, Set<String> allowed) {
        for (int i = 0; i < words.size(); i++) {
            String[] nameAndValue = words.get(i).split("=", 2);
            if (!allowed.contains(nameAndValue[0])) {
                throw new IllegalArgumentException("unknown option '" + nameAndValue[0] + "', see --help");
            }
            if (nameAndValue.length == 2) {
                values.put(nameAndValue[0], nameAndValue[1]);
            } else if (++i < words.size()) {
                values.put(nameAndValue[0], words.get(i));
            } else {
                throw new IllegalArgumentException(nameAndValue[0] + " needs a value");
            }
        }
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing, see --help");
        }
        return value;
    }

    /** As a setting, if it is given. */
    Map<String, String> setting(String name, String property) {
        String value = values.get(name);
        return value == null ? Map.of() : Map.of(property, value);
    }
}
