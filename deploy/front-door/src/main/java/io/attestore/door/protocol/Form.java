package io.attestore.door.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parameters of a query string and an {@code application/x-www-form-urlencoded} body: at most
 * {@value #PARAMETERS_MAX} in both, each name once. Values stay bytes until somebody asks, for one of them may be secret. Not for sharing between threads.
 */
final class Form implements AutoCloseable {

    static final int PARAMETERS_MAX = 1000;
    static final int NAME_BYTES_MAX = 512;
    static final int VALUE_BYTES_MAX = 512 * 1024;

    /** In the order of the names, so that those below a name stand together. */
    private final NavigableMap<String, byte[]> values = new TreeMap<>();

    private Form() {}

    /**
     * @param query parameters in the query string, which are encoded like those of the body
     * @throws MalformedInputException if it is malformed or beyond the limits
     */
    static Form parse(String query, byte[] body) {
        Form form = new Form();
        boolean complete = false;
        try {
            form.addAll(query.getBytes(UTF_8));
            form.addAll(body);
            complete = true;
            return form;
        } finally {
            if (!complete) {
                form.close();
            }
        }
    }

    Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return bytes(name).map(Form::utf8);
    }

    /** Whether there is a parameter below this name, e.g. {@code Tags.member.1.Key} below {@code Tags.member.1}. */
    boolean hasBelow(String name) {
        if (values.containsKey(name)) {
            return true;
        }
        String below = name + ".";
        String first = values.ceilingKey(below);
        return first != null && first.startsWith(below);
    }

    /** Overwrites the values. */
    @Override
    public void close() {
        values.values().forEach(value -> Arrays.fill(value, (byte) 0));
    }

    private void addAll(byte[] encoded) {
        int start = 0;
        for (int i = 0; i <= encoded.length; i++) {
            if (i == encoded.length || encoded[i] == '&') {
                add(encoded, start, i);
                start = i + 1;
            }
        }
    }

    private void add(byte[] body, int start, int end) {
        if (start == end) {
            return;
        }
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        String name = utf8(decode(body, start, equals, NAME_BYTES_MAX));
        byte[] value = decode(body, Math.min(equals + 1, end), end, VALUE_BYTES_MAX);
        if (values.size() == PARAMETERS_MAX || values.putIfAbsent(name, value) != null) {
            Arrays.fill(value, (byte) 0);
            throw new MalformedInputException("A parameter is there twice, or there are too many of them.");
        }
    }

    private static byte[] decode(byte[] body, int start, int end, int bytesMax) {
        if (end - start > 3L * bytesMax) {
            throw new MalformedInputException("A parameter is too long.");
        }
        byte[] decoded = new byte[end - start];
        int size = 0;
        for (int i = start; i < end; i++) {
            byte character = body[i];
            if (character == '+') {
                decoded[size++] = ' ';
            } else if (character == '%') {
                if (i + 2 >= end || digit(body[i + 1]) < 0 || digit(body[i + 2]) < 0) {
                    Arrays.fill(decoded, (byte) 0);
                    throw new MalformedInputException("A parameter is not correctly encoded.");
                }
                decoded[size++] = (byte) (digit(body[i + 1]) << 4 | digit(body[i + 2]));
                i += 2;
            } else {
                decoded[size++] = character;
            }
        }
        byte[] exact = Arrays.copyOf(decoded, size);
        Arrays.fill(decoded, (byte) 0);
        if (size > bytesMax) {
            Arrays.fill(exact, (byte) 0);
            throw new MalformedInputException("A parameter is too long.");
        }
        return exact;
    }

    private static int digit(byte character) {
        return character < 0 ? -1 : Character.digit((char) character, 16);
    }

    private static String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            throw new MalformedInputException("A parameter is not well-formed UTF-8.");
        }
    }
}
