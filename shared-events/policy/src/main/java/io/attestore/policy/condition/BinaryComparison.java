package io.attestore.policy.condition;

import java.util.Arrays;
import java.util.Base64;

/** BinaryEquals: bytes, written in Base64 on both sides. */
final class BinaryComparison {

    private BinaryComparison() {}

    static ExpectedValue read(String text, boolean variables) {
        byte[] expected = Base64.getDecoder().decode(text);
        return (actual, request) -> {
            try {
                return Arrays.equals(expected, Base64.getDecoder().decode(actual));
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        };
    }
}
