package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The first line of a request (RFC 9112, section 3): a method, a path or a whole URL, and a version of HTTP, with one
 * space between them. What asks for something else ({@code *}, the host of a tunnel) asks not for us, and is not left to
 * Tomcat, which would answer some of it itself.
 */
final class RequestLine {

    private static final byte[] HTTP = "http://".getBytes(ISO_8859_1);
    private static final byte[] HTTPS = "https://".getBytes(ISO_8859_1);

    /** A version is as long in all of them. */
    private static final byte[] VERSION = " HTTP/1.1".getBytes(ISO_8859_1);

    private static final int NUMBER_LENGTH = 3;

    private RequestLine() {}

    static boolean isOfARequest(byte[] bytes, int start, int stop) {
        int space = start;
        while (space < stop && bytes[space] > ' ') {
            space++;
        }
        int target = space + 1;
        int version = stop - VERSION.length;
        return space > start
                && target < version
                && bytes[space] == ' '
                && startsWith(VERSION, VERSION.length - NUMBER_LENGTH, bytes, version, stop)
                && (bytes[target] == '/'
                        || startsWith(HTTP, HTTP.length, bytes, target, version)
                        || startsWith(HTTPS, HTTPS.length, bytes, target, version));
    }

    /** Of such a line. */
    static boolean isOfHttp10(byte[] bytes, int stop) {
        return bytes[stop - 1] == '0' && bytes[stop - NUMBER_LENGTH] == '1';
    }

    private static boolean startsWith(byte[] prefix, int length, byte[] bytes, int start, int stop) {
        if (stop - start < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            byte each = bytes[start + i];
            if (each != prefix[i] && (each | 0x20) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
