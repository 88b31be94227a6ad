package io.attestore.events.parameter;

import java.util.Optional;

/** The three types of Parameter Store. */
public enum ParameterType {
    STRING("String"),
    STRING_LIST("StringList"),
    SECURE_STRING("SecureString");

    private final String wireName;

    ParameterType(String wireName) {
        this.wireName = wireName;
    }

    /** The name that AWS has for it. */
    public String wireName() {
        return wireName;
    }

    public static Optional<ParameterType> ofWireName(String name) {
        for (ParameterType type : values()) {
            if (type.wireName.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
