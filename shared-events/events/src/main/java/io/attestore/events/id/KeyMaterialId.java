package io.attestore.events.id;

import java.util.regex.Pattern;

/** The id of one generation of a key's material: 64 hexadecimal digits, as KMS has it (KeyMaterialId). */
public record KeyMaterialId(String value) implements Identifier {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public KeyMaterialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A key material id has 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
