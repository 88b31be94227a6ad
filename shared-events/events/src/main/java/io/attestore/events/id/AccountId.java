package io.attestore.events.id;

import java.util.regex.Pattern;

/** An AWS account id: twelve decimal digits. */
public record AccountId(String value) implements Identifier {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    public AccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An account id has twelve digits");
        }
    }

    public static boolean isValid(String value) {
        return TWELVE_DIGITS.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
