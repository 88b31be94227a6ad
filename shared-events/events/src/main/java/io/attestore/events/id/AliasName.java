package io.attestore.events.id;

/** A KMS alias name, {@code alias/} included: 1 to 256 letters, digits and {@code :/_-}. */
public record AliasName(String value) implements Identifier {

    private static final String PREFIX = "alias/";
    private static final int LENGTH_MAX = 256;
    private static final CharacterSet CHARACTERS = CharacterSet.WORD.with(":/-");

    public AliasName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An alias name is alias/ and letters, digits or :/_-");
        }
    }

    public static boolean isValid(String value) {
        return value.startsWith(PREFIX) && CHARACTERS.hasAllOf(value, PREFIX.length() + 1, LENGTH_MAX);
    }

    /** Whether the name is reserved for AWS managed keys. */
    public boolean isAwsManaged() {
        return value.startsWith("alias/aws/");
    }

    public Arn arn(AccountRegion where) {
        return where.arn("kms", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
