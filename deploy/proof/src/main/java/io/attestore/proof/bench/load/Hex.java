package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Lower-case hexadecimal digits as bytes, without a String on the way. */
final class Hex {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(US_ASCII);

    private Hex() {}

    static byte[] of(byte[] bytes) {
        byte[] digits = new byte[2 * bytes.length];
        write(bytes, digits, 0);
        return digits;
    }

    static void write(byte[] bytes, byte[] to, int at) {
        for (int i = 0; i < bytes.length; i++) {
            to[at + 2 * i] = DIGITS[(bytes[i] & 0xf0) >>> 4];
            to[at + 2 * i + 1] = DIGITS[bytes[i] & 0x0f];
        }
    }
}
