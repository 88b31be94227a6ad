package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** One line of a request's head, as far as it tells where the request ends. */
final class HeaderLine {

    private HeaderLine() {}

    /**
     * What a header says if it is the one of this name; otherwise empty. With a space before the colon the value begins
     * with that colon, so that nobody takes it for one.
     *
     * @param name in lower case
     */
    static Optional<String> value(String name, byte[] bytes, int start, int stop) {
        int from = start + name.length();
        if (!isName(name, bytes, start, stop)) {
            return Optional.empty();
        }
        int skip = bytes[from] == ':' ? 1 : 0;
        return Optional.of(new String(bytes, from + skip, stop - from - skip, ISO_8859_1).strip());
    }

    private static boolean isName(String name, byte[] bytes, int start, int stop) {
        if (stop - start <= name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            byte each = bytes[start + i];
            if ((each >= 'A' && each <= 'Z' ? each | 0x20 : each) != name.charAt(i)) {
                return false;
            }
        }
        byte next = bytes[start + name.length()];
        return next == ':' || next == ' ' || next == '\t';
    }
}
