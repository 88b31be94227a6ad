package io.attestore.cryptography.material;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a caller of KMS binds a ciphertext to: pairs of strings that must be given again, exactly, to open it. Not
 * secret: it stands in the audit trail (AWS KMS Developer Guide, "Encryption context").
 *
 * <p>The pairs are kept in the order of their keys' UTF-8 bytes, so that the order in which a caller wrote them does not
 * matter. As JSON they take at most {@value #JSON_BYTES_MAX} bytes, which is AWS's limit.
 *
 * <p>Canonical bytes, the associated data of the cipher; numbers are 4 bytes, big endian:
 *
 * <pre>
 * number of pairs
 * per pair, sorted by the key's bytes:  length of key | key, UTF-8 | length of value | value, UTF-8
 * </pre>
 */
public record EncryptionContext(SortedMap<String, String> pairs) {

    public static final int JSON_BYTES_MAX = 8192;

    private static final Comparator<String> BY_UTF8_BYTES = EncryptionContext::compareAsUtf8;

    /** No pairs; declared after the order it is sorted by. */
    public static final EncryptionContext EMPTY = of(Map.of());

    /**
     * Sorts and copies the pairs.
     *
     * @throws IllegalArgumentException if the context is too long, or not well-formed Unicode
     */
    public EncryptionContext {
        long jsonBytes = 1;
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            jsonBytes += jsonBytes(pair.getKey()) + jsonBytes(pair.getValue()) + 2;
        }
        if (Math.max(jsonBytes, 2) > JSON_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "An encryption context has at most " + JSON_BYTES_MAX + " bytes as JSON");
        }
        TreeMap<String, String> sorted = new TreeMap<>(BY_UTF8_BYTES);
        sorted.putAll(pairs);
        pairs = Collections.unmodifiableSortedMap(sorted);
    }

    public static EncryptionContext of(Map<String, String> pairs) {
        return new EncryptionContext(new TreeMap<>(pairs));
    }

    public byte[] canonicalBytes() {
        int length = Integer.BYTES;
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            length += 2 * Integer.BYTES
                    + pair.getKey().getBytes(UTF_8).length
                    + pair.getValue().getBytes(UTF_8).length;
        }
        ByteBuffer canonical = ByteBuffer.allocate(length).putInt(pairs.size());
        pairs.forEach((key, value) -> {
            putText(canonical, key);
            putText(canonical, value);
        });
        return canonical.array();
    }

    private static void putText(ByteBuffer target, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        target.putInt(bytes.length).put(bytes);
    }

    /** The order of the UTF-8 bytes is that of the code points, so nothing has to be encoded. */
    private static int compareAsUtf8(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int i = 0; i < common; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean beyondBmp = Character.isSurrogate(a);
                return beyondBmp == Character.isSurrogate(b) ? a - b : beyondBmp ? 1 : -1;
            }
        }
        return left.length() - right.length();
    }

    /**
     * The length of a string in JSON, quotes included.
     *
     * @throws IllegalArgumentException for half of a surrogate pair: two different ones would become the same byte, and
     *     two contexts one
     */
    private static long jsonBytes(String text) {
        long bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("An encryption context is well-formed Unicode");
                }
                i++;
                bytes += 4;
            } else {
                bytes += c < ' ' ? 6 : c == '"' || c == '\\' ? 2 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return bytes;
    }
}
