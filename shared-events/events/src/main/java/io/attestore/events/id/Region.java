package io.attestore.events.id;

/** A region name, as the credential scope of a request gives it. Any name of AWS's form is a namespace of its own. */
public record Region(String value) implements Identifier {

    private static final int LENGTH_MAX = 63;
    private static final CharacterSet CHARACTERS =
            CharacterSet.DIGITS.withRange('a', 'z').with("-");

    public Region {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "A region name has 1 to 63 lower-case letters, digits and inner hyphens");
        }
    }

    public static boolean isValid(String value) {
        return CHARACTERS.hasAllOf(value, 1, LENGTH_MAX) && !value.startsWith("-") && !value.endsWith("-");
    }

    /** The partition that this region's ARNs begin with: aws, aws-cn or aws-us-gov. */
    public String partition() {
        if (value.startsWith("cn-")) {
            return "aws-cn";
        }
        return value.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    @Override
    public String toString() {
        return value;
    }
}
