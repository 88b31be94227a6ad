package io.attestore.cryptography.material;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names one generation of a KMS key's material: 64 lower-case hex digits (KeyMaterialId in the KMS API). Not secret. */
public record MaterialId(String value) {

    static final int BYTES = 32;

    public MaterialId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("A key material id has 64 lower-case hex digits");
        }
    }

    public static boolean isValid(String value) {
        if (value.length() != 2 * BYTES) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
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
