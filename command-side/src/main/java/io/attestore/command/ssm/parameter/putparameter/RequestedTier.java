package io.attestore.command.ssm.parameter.putparameter;

/** The tiers that a request, or an account's default, can name; the last one lets the parameter decide. */
enum RequestedTier {
    STANDARD,
    ADVANCED,
    INTELLIGENT;

    /** @param name one of the names that the service model has */
    static RequestedTier ofWireName(String name) {
        return switch (name) {
            case "Standard" -> STANDARD;
            case "Advanced" -> ADVANCED;
            case "Intelligent-Tiering" -> INTELLIGENT;
            default -> throw new IllegalArgumentException("No tier is called " + name);
        };
    }
}
