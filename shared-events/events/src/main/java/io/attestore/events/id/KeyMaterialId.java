package io.attestore.events.id;

/** The id of one generation of a key's material: 64 hexadecimal digits, as KMS has it (KeyMaterialId). */
public record KeyMaterialId(String value) implements Identifier {

    private static final int DIGITS = 64;

    public KeyMaterialId {
        if (!CharacterSet.HEX.hasAllOf(value, DIGITS, DIGITS)) {
            throw new IllegalArgumentException("A key material id has 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
