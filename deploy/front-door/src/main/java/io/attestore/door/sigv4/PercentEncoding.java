package io.attestore.door.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** RFC 3986 percent-encoding as AWS signs it: all but unreserved characters, with upper-case digits. */
final class PercentEncoding {

    private static final String DIGITS = "0123456789ABCDEF";

    private PercentEncoding() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length + 16);
        for (byte each : bytes) {
            if (isUnreserved(each)) {
                text.append((char) each);
            } else {
                text.append('%').append(DIGITS.charAt((each >> 4) & 0xf)).append(DIGITS.charAt(each & 0xf));
            }
        }
        return text.toString();
    }

    /** Decodes what is encoded and encodes it anew. A percent sign that encodes nothing stands for itself. */
    static String normalise(String text) {
        return encode(decoded(text));
    }

    /** Decodes what is encoded; bytes that are no UTF-8 become what no name or value of a signature has. */
    static String decode(String text) {
        return text.indexOf('%') < 0 ? text : new String(decoded(text), UTF_8);
    }

    private static byte[] decoded(String text) {
        byte[] raw = text.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            boolean encoded = raw[i] == '%' && i + 2 < raw.length && digit(raw[i + 1]) >= 0 && digit(raw[i + 2]) >= 0;
            if (encoded) {
                decoded.write(digit(raw[i + 1]) << 4 | digit(raw[i + 2]));
                i += 2;
            } else {
                decoded.write(raw[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static int digit(byte character) {
        return character < 0 ? -1 : Character.digit((char) character, 16);
    }

    private static boolean isUnreserved(byte character) {
        return (character >= 'A' && character <= 'Z')
                || (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_'
                || character == '.'
                || character == '~';
    }
}
