package io.attestore.policy.condition;

/** How an operator treats a key with several values in the request. */
enum Quantifier {
    /** No prefix: meant for keys with one value. */
    NONE(""),
    FOR_ALL_VALUES("ForAllValues:"),
    FOR_ANY_VALUE("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
        this.prefix = prefix;
    }

    static Quantifier of(String operator) {
        if (operator.startsWith(FOR_ALL_VALUES.prefix)) {
            return FOR_ALL_VALUES;
        }
        return operator.startsWith(FOR_ANY_VALUE.prefix) ? FOR_ANY_VALUE : NONE;
    }

    String without(String operator) {
        return operator.substring(prefix.length());
    }
}
