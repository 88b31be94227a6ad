package io.attestore.events.id;

import java.util.regex.Pattern;

/** A KMS key id: a UUID, or {@code mrk-} and 32 hexadecimal digits for a multi-Region key. */
public record KeyId(String value) implements Identifier {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}");

    public KeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A key id is a UUID or mrk- with 32 hexadecimal digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public Arn arn(AccountRegion where) {
        return where.arn("kms", "key/" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
