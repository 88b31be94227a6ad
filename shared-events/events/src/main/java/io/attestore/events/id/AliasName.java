package io.attestore.events.id;

import java.util.regex.Pattern;

/** A KMS alias name, {@code alias/} included: 1 to 256 letters, digits and {@code :/_-}. */
public record AliasName(String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("alias/[a-zA-Z0-9:/_-]{1,250}");

    public AliasName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An alias name is alias/ and letters, digits or :/_-");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
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
