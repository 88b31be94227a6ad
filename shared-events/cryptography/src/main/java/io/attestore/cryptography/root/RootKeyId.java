package io.attestore.cryptography.root;

import java.util.regex.Pattern;

/**
 * Names a root key without telling anything of it: 16 lower-case hex digits, derived from the key. Not secret: it stands
 * in each wrapped key, so that the wrong root key is told from a damaged row.
 */
public record RootKeyId(String value) {

    static final int BYTES = 8;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public RootKeyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A root key id has 16 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
