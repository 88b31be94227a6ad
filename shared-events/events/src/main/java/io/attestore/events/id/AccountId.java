package io.attestore.events.id;

/** An AWS account id: twelve decimal digits. */
public record AccountId(String value) implements Identifier {

    private static final int DIGITS = 12;

    public AccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An account id has twelve digits");
        }
    }

    public static boolean isValid(String value) {
        return CharacterSet.DIGITS.hasAllOf(value, DIGITS, DIGITS);
    }

    @Override
    public String toString() {
        return value;
    }
}
