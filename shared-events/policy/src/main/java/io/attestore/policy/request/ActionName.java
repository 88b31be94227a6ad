package io.attestore.policy.request;

import java.util.Locale;

/**
 * The name of an action, as {@code service:Operation}. Policies compare it without regard to case, so it is kept in lower
 * case, too. Make it once per operation and keep it.
 */
public final class ActionName {

    private static final int LENGTH_MAX = 128;

    private final String value;
    private final String service;
    private final String operation;

    private ActionName(String value, int colon) {
        this.value = value;
        String lower = value.toLowerCase(Locale.ROOT);
        this.service = lower.substring(0, colon).intern();
        this.operation = lower.substring(colon + 1);
    }

    public static ActionName of(String value) {
        int colon = value.indexOf(':');
        if (colon <= 0 || colon == value.length() - 1 || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("An action is named as service:Operation");
        }
        return new ActionName(value, colon);
    }

    /** As it was given: what messages show. */
    public String value() {
        return value;
    }

    /** What stands before the colon, in lower case. */
    public String service() {
        return service;
    }

    /** What stands after the colon, in lower case. */
    public String operation() {
        return operation;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionName that && service.equals(that.service) && operation.equals(that.operation);
    }

    @Override
    public int hashCode() {
        return 31 * service.hashCode() + operation.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
