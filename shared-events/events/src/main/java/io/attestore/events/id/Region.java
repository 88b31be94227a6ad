package io.attestore.events.id;

import java.util.regex.Pattern;

/** A region name, as the credential scope of a request gives it. Any name of AWS's form is a namespace of its own. */
public record Region(String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public Region {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A region name has 1 to 63 lower-case letters, digits and inner hyphens");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
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
