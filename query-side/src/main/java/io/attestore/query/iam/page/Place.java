package io.attestore.query.iam.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Where a list goes on, in at most {@value #BYTES_MAX} bytes, so that a marker is not longer than IAM's are: a name
 * that is longer is told by its beginning and its hash.
 */
final class Place {

    /** What a marker of 320 characters has room for. */
    static final int BYTES_MAX = 160;

    private static final int BEGINNING_BYTES = 90;

    /** No name has it. */
    private static final char SEPARATOR = '\0';

    private Place() {}

    static String of(String name) {
        return bytes(name).length <= BYTES_MAX ? name : beginning(name) + SEPARATOR + hash(name);
    }

    /** What follows a place. Where a long name is gone, all that begins like it follows: nothing is left out. */
    static <T> NavigableMap<String, T> after(String place, NavigableMap<String, T> all) {
        int separator = place.indexOf(SEPARATOR);
        if (separator < 0) {
            return all.tailMap(place, false);
        }
        String beginning = place.substring(0, separator);
        NavigableMap<String, T> alike = all.tailMap(beginning, true);
        Optional<String> last = alike.keySet().stream()
                .takeWhile(name -> name.startsWith(beginning))
                .filter(name -> of(name).equals(place))
                .findFirst();
        return last.map(name -> alike.tailMap(name, false)).orElse(alike);
    }

    /** Of whole characters. */
    private static String beginning(String name) {
        int end = 0;
        int room = BEGINNING_BYTES;
        while (room > 0) {
            int next = name.offsetByCodePoints(end, 1);
            room -= bytes(name.substring(end, next)).length;
            end = room >= 0 ? next : end;
        }
        return name.substring(0, end);
    }

    private static String hash(String name) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(name)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
