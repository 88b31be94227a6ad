package io.attestore.cryptography.material;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names one generation of a KMS key's material: 64 lower-case hex digits (KeyMaterialId in the KMS API). Not secret. */
public record MaterialId(String value) {

    static final int BYTES = 32;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public MaterialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A key material id has 64 lower-case hex digits");
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    public static MaterialId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return ofBytes(bytes);
    }

    static MaterialId ofBytes(byte[] bytes) {
        return new MaterialId(HexFormat.of().formatHex(bytes));
    }

    byte[] toBytes() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
