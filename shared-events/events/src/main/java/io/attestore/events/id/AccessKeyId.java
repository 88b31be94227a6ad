package io.attestore.events.id;

import java.util.regex.Pattern;

/** The public half of an access key, 16 to 128 word characters as IAM has it (AccessKeyId in the IAM model). */
public record AccessKeyId(String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]{16,128}");

    public AccessKeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An access key id has 16 to 128 letters, digits and underscores");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
