package io.attestore.proof.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/**
 * Reads answers of HTTP/1.1 from one connection: status, Content-Length, body. Knows no more of HTTP than the servers
 * under measurement use. Not for sharing between threads.
 */
final class AnswerReader {

    private static final int BYTES_FIRST = 8 * 1024;
    private static final int BYTES_MAX = 16 * 1024 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int UNKNOWN = -1;
    private static final String LENGTH = "content-length:";

    private ByteBuffer buffer = ByteBuffer.allocate(BYTES_FIRST);
    private int bodyStart = UNKNOWN;
    private int end = UNKNOWN;

    /** Makes room for the next answer. */
    void reset() {
        buffer.clear();
        bodyStart = UNKNOWN;
        end = UNKNOWN;
    }

    /** Takes what is there and tells whether the answer is complete. */
    boolean read(ReadableByteChannel channel) throws IOException {
        if (!buffer.hasRemaining()) {
            grow(2 * buffer.capacity());
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("The server closed the connection");
        }
        if (end == UNKNOWN) {
            parseHead();
        }
        return end != UNKNOWN && buffer.position() >= end;
    }

    int status() {
        byte[] bytes = buffer.array();
        return 100 * digit(bytes[STATUS_AT]) + 10 * digit(bytes[STATUS_AT + 1]) + digit(bytes[STATUS_AT + 2]);
    }

    boolean holds(AnswerCheck check) {
        return check.accepts(buffer.array(), bodyStart, end);
    }

    String body() {
        return new String(buffer.array(), bodyStart, end - bodyStart, UTF_8);
    }

    /** The value of a header; the name in lower case. */
    Optional<String> header(String name) {
        String head = new String(buffer.array(), 0, bodyStart, ISO_8859_1);
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private void parseHead() throws IOException {
        byte[] bytes = buffer.array();
        int received = buffer.position();
        int length = UNKNOWN;
        int lineStart = 0;
        for (int at = 1; at < received; at++) {
            if (bytes[at] != '\n' || bytes[at - 1] != '\r') {
                continue;
            }
            if (at - 1 == lineStart) {
                bodyStart = at + 1;
                setEnd(length);
                return;
            }
            if (isLength(bytes, lineStart, at - 1)) {
                length = number(bytes, lineStart + LENGTH.length(), at - 1);
            }
            lineStart = at + 1;
        }
    }

    private void setEnd(int length) throws IOException {
        if (length == UNKNOWN || length > BYTES_MAX) {
            throw new IOException("An answer without a usable Content-Length, status " + status());
        }
        end = bodyStart + length;
        if (end > buffer.capacity()) {
            grow(end);
        }
    }

    private void grow(int capacity) throws IOException {
        if (capacity > 2 * BYTES_MAX) {
            throw new IOException("An answer is too long");
        }
        buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }

    private static boolean isLength(byte[] bytes, int from, int to) {
        if (to - from <= LENGTH.length()) {
            return false;
        }
        for (int i = 0; i < LENGTH.length(); i++) {
            if ((bytes[from + i] | 0x20) != (LENGTH.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int from, int to) throws IOException {
        int number = 0;
        for (int at = from; at < to; at++) {
            if (bytes[at] != ' ') {
                number = 10 * number + digit(bytes[at]);
                if (number < 0 || number > BYTES_MAX || digit(bytes[at]) > 9) {
                    throw new IOException("An answer with a strange Content-Length");
                }
            }
        }
        return number;
    }

    private static int digit(byte character) {
        return (character & 0xff) - '0';
    }
}
