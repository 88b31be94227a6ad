package io.attestore.eventlog.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Metadata as bytes: names that every call has take one byte each, since the log holds them with every read.
 *
 * <pre>
 * 1                                   format version
 * per entry, in the map's order:
 *   n                                 one byte, 1 to 127: the n-th of the known names
 *   or 0 | length | name              any other name
 *   length | value
 * </pre>
 *
 * Text is UTF-8; a length is in bytes, seven bits at a time, the lowest first, the high bit set in all but the last.
 */
final class MetadataBytes {

    private static final byte FORMAT_VERSION = 1;
    private static final byte OTHER_NAME = 0;

    /** What is written once must be readable for ever: add to the end, never move or remove. */
    private static final List<String> KNOWN_NAMES = List.of(
            "requestId",
            "at",
            "account",
            "region",
            "principalType",
            "principalId",
            "principalArn",
            "principalAccount",
            "accessKeyId",
            "userName",
            "eventSource",
            "eventName",
            "readOnly",
            "sourceAddress",
            "userAgent",
            "host",
            "tlsVersion",
            "tlsCipherSuite",
            "requestParameters",
            "responseElements",
            "resources",
            "roleArn",
            "sessionCreatedAt",
            "sessionMfaAuthenticated");

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final Map.Entry<String, String>[] NO_ENTRIES = new Map.Entry[0];

    private static final Map<String, Byte> NUMBERS = numbers();

    private MetadataBytes() {}

    static byte[] write(Map<String, String> metadata) {
        List<Entry> entries = new ArrayList<>(metadata.size());
        int length = 1;
        for (Map.Entry<String, String> each : metadata.entrySet()) {
            Entry entry = Entry.of(each.getKey(), each.getValue());
            length += entry.size();
            entries.add(entry);
        }
        ByteBuffer out = ByteBuffer.allocate(length).put(FORMAT_VERSION);
        for (Entry entry : entries) {
            entry.putInto(out);
        }
        return out.array();
    }

    /** @param otherName empty for a known name */
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(byte number, byte[] otherName, byte[] value) {

        private static final byte[] NONE = {};

        static Entry of(String name, String value) {
            byte number = NUMBERS.getOrDefault(name, OTHER_NAME);
            return new Entry(number, number == OTHER_NAME ? name.getBytes(UTF_8) : NONE, value.getBytes(UTF_8));
        }

        int size() {
            return 1 + (number == OTHER_NAME ? sizeOf(otherName) : 0) + sizeOf(value);
        }

        void putInto(ByteBuffer out) {
            out.put(number);
            if (number == OTHER_NAME) {
                putText(out, otherName);
            }
            putText(out, value);
        }
    }

    /**
     * The metadata, immutable: whoever keeps them need not copy them.
     *
     * @throws UndecodableEventException if the bytes are not metadata
     */
    static Map<String, String> read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORMAT_VERSION) {
                throw undecodable();
            }
            List<Map.Entry<String, String>> entries = new ArrayList<>(KNOWN_NAMES.size());
            while (in.hasRemaining()) {
                byte number = in.get();
                String name = number == OTHER_NAME ? text(in) : KNOWN_NAMES.get(number - 1);
                entries.add(Map.entry(name, text(in)));
            }
            return Map.ofEntries(entries.toArray(NO_ENTRIES));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException malformed) {
            throw undecodable();
        }
    }

    private static int sizeOf(byte[] text) {
        int size = 1;
        for (int rest = text.length >>> 7; rest != 0; rest >>>= 7) {
            size++;
        }
        return size + text.length;
    }

    private static void putText(ByteBuffer out, byte[] text) {
        int rest = text.length;
        while (rest > 0x7F) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest).put(text);
    }

    private static String text(ByteBuffer in) {
        int length = 0;
        int shift = 0;
        byte part;
        do {
            part = in.get();
            length |= (part & 0x7F) << shift;
            shift += 7;
        } while (part < 0 && shift < Integer.SIZE);
        if (length < 0 || length > in.remaining()) {
            throw undecodable();
        }
        String text = new String(in.array(), in.position(), length, UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static Map<String, Byte> numbers() {
        Map<String, Byte> numbers = new HashMap<>();
        for (int i = 0; i < KNOWN_NAMES.size(); i++) {
            numbers.put(KNOWN_NAMES.get(i), (byte) (i + 1));
        }
        return Map.copyOf(numbers);
    }

    private static UndecodableEventException undecodable() {
        return new UndecodableEventException("Stored bytes are not metadata");
    }
}
