package io.attestore.events.id;

/** A KMS key id: a UUID, or {@code mrk-} and 32 hexadecimal digits for a multi-Region key. */
public record KeyId(String value) implements Identifier {

    private static final String MULTI_REGION = "mrk-";
    private static final String UUID_FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    /** Of both forms. */
    private static final int LENGTH = UUID_FORM.length();

    public KeyId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A key id is a UUID or mrk- with 32 hexadecimal digits");
        }
    }

    public static boolean isValid(String value) {
        return value.length() == LENGTH && (isUuid(value) || isMultiRegion(value));
    }

    public Arn arn(AccountRegion where) {
        return where.arn("kms", "key/" + value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isUuid(String value) {
        for (int i = 0; i < LENGTH; i++) {
            char character = value.charAt(i);
            boolean fits = UUID_FORM.charAt(i) == '-' ? character == '-' : CharacterSet.HEX.contains(character);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMultiRegion(String value) {
        return value.startsWith(MULTI_REGION) && CharacterSet.HEX.hasAllBetween(value, MULTI_REGION.length(), LENGTH);
    }
}
