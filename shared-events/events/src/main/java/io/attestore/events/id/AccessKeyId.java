package io.attestore.events.id;

/** The public half of an access key, 16 to 128 word characters as IAM has it (AccessKeyId in the IAM model). */
public record AccessKeyId(String value) implements Identifier {

    private static final int LENGTH_MIN = 16;
    private static final int LENGTH_MAX = 128;

    public AccessKeyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An access key id has 16 to 128 letters, digits and underscores");
        }
    }

    public static boolean isValid(String value) {
        return CharacterSet.WORD.hasAllOf(value, LENGTH_MIN, LENGTH_MAX);
    }

    @Override
    public String toString() {
        return value;
    }
}
