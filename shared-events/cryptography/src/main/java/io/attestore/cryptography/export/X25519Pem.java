package io.attestore.cryptography.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** X25519 keys in PEM, as {@code openssl} writes them: RFC 8410, a public key in SPKI, a private key in PKCS #8. */
final class X25519Pem {

    static final int KEY_BYTES = 32;

    private static final int TEXT_BYTES_MAX = 1024;
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b656e032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b656e04220420");

    private X25519Pem() {}

    static byte[] publicKey(byte[] pem) {
        return key(pem, "PUBLIC KEY", PUBLIC_PREFIX);
    }

    /** The caller wipes it. */
    static byte[] privateKey(byte[] pem) {
        return key(pem, "PRIVATE KEY", PRIVATE_PREFIX);
    }

    private static byte[] key(byte[] pem, String label, byte[] prefix) {
        if (pem.length > TEXT_BYTES_MAX) {
            throw notOne(label);
        }
        byte[] begin = ("-----BEGIN " + label + "-----").getBytes(US_ASCII);
        byte[] base64 = between(pem, begin, ("-----END " + label + "-----").getBytes(US_ASCII), label);
        byte[] der = decode(base64, label);
        try {
            if (der.length != prefix.length + KEY_BYTES
                    || !Arrays.equals(der, 0, prefix.length, prefix, 0, prefix.length)) {
                throw notOne(label);
            }
            return Arrays.copyOfRange(der, prefix.length, der.length);
        } finally {
            Arrays.fill(der, (byte) 0);
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static byte[] decode(byte[] base64, String label) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw notOne(label);
        }
    }

    private static byte[] between(byte[] text, byte[] begin, byte[] end, String label) {
        int from = indexOf(text, begin, 0);
        int to = from < 0 ? -1 : indexOf(text, end, from + begin.length);
        if (to < 0) {
            throw notOne(label);
        }
        return Arrays.copyOfRange(text, from + begin.length, to);
    }

    private static int indexOf(byte[] text, byte[] sought, int from) {
        for (int i = from; i + sought.length <= text.length; i++) {
            if (Arrays.equals(text, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        return -1;
    }

    private static KeyExportException notOne(String label) {
        return new KeyExportException("Not an X25519 key in PEM (BEGIN " + label + ")");
    }
}
