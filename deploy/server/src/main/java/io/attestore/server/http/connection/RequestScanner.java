package io.attestore.server.http.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a request of HTTP/1.1 ends (RFC 9112, sections 6 and 7), in the bytes that have come so far: no more of it
 * than that. Tomcat reads it properly, afterwards, and is given just these bytes. What leaves a doubt is unclear, and
 * then nothing may follow on that connection. Looks at each byte once. For one request and one thread.
 */
final class RequestScanner {

    private static final int LENGTH_DIGITS_MAX = 9;
    private static final int CHUNK_DIGITS_MAX = 7;
    private static final int FORWARDED_MAX = 32;

    private final int headBytesMax;
    private final int bodyBytesMax;

    private Phase phase = Phase.BEFORE;
    private int lineStart;
    private int searched;
    private int headEnd;
    private int end;
    private int length = -1;
    private int ofChunks;
    private boolean chunked;
    private boolean expectsContinue;
    private final List<String> forwardedFor = new ArrayList<>(0);

    private enum Phase {
        BEFORE,
        HEAD,
        LENGTH,
        CHUNK_SIZE,
        CHUNK,
        TRAILERS
    }

    enum State {
        /** More has to come. */
        PART,
        /** It is there, up to {@link #end}. */
        WHOLE,
        /** It is none, or too large, or could be read in two ways. */
        UNCLEAR
    }

    RequestScanner(int headBytesMax, int bodyBytesMax) {
        this.headBytesMax = headBytesMax;
        this.bodyBytesMax = bodyBytesMax;
    }

    /** @param bytes those of the call before, and more */
    State scan(byte[] bytes, int count) {
        if (hasWholeHead() && count - headEnd > 2L * bodyBytesMax + headBytesMax) {
            return State.UNCLEAR;
        }
        while (true) {
            State state = switch (phase) {
                case LENGTH -> count >= end ? State.WHOLE : State.PART;
                case CHUNK -> chunk(count);
                case BEFORE, HEAD, CHUNK_SIZE, TRAILERS -> line(bytes, count);
            };
            if (state != null) {
                return state;
            }
        }
    }

    /** Behind the last byte of a whole request; of one whose length is announced, where that will be; otherwise 0. */
    int end() {
        return end;
    }

    boolean hasWholeHead() {
        return headEnd > 0;
    }

    /** Whether the client waits for a word before it sends the body (RFC 9110, section 10.1.1). */
    boolean expectsContinue() {
        return expectsContinue && hasWholeHead();
    }

    /** What X-Forwarded-For said, in its order. */
    List<String> forwardedFor() {
        return forwardedFor;
    }

    private @Nullable State chunk(int count) {
        if (count < end) {
            return count - headEnd > (long) bodyBytesMax + headBytesMax ? State.UNCLEAR : State.PART;
        }
        lineStart = end;
        searched = end;
        end = 0;
        phase = Phase.CHUNK_SIZE;
        return null;
    }

    private @Nullable State line(byte[] bytes, int count) {
        int at = searched;
        while (at < count && bytes[at] != '\n') {
            byte each = bytes[at];
            if (each >= 0 && each < ' ' && each != '\r' && each != '\t') {
                return State.UNCLEAR;
            }
            at++;
        }
        searched = at;
        int from = phase == Phase.BEFORE || phase == Phase.HEAD ? 0 : lineStart;
        if (at - from > headBytesMax) {
            return State.UNCLEAR;
        }
        if (at == count) {
            return State.PART;
        }
        int start = lineStart;
        int stop = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
        lineStart = at + 1;
        searched = at + 1;
        return switch (phase) {
            case BEFORE -> {
                phase = stop > start ? Phase.HEAD : Phase.BEFORE;
                yield null;
            }
            case HEAD -> stop > start ? header(bytes, start, stop) : body();
            case CHUNK_SIZE -> stop > start ? chunkSize(bytes, start, stop) : emptyLine(start);
            case TRAILERS -> stop > start ? trailer() : whole();
            case LENGTH, CHUNK -> throw new IllegalStateException("These have no lines");
        };
    }

    private @Nullable State header(byte[] bytes, int start, int stop) {
        return switch (bytes[start] | 0x20) {
            case 'c' ->
                isName("content-length", bytes, start, stop)
                        ? length(value("content-length", bytes, start, stop))
                        : null;
            case 't' ->
                isName("transfer-encoding", bytes, start, stop)
                        ? encoding(value("transfer-encoding", bytes, start, stop))
                        : null;
            case 'e' -> {
                expectsContinue |= isName("expect", bytes, start, stop)
                        && value("expect", bytes, start, stop).equalsIgnoreCase("100-continue");
                yield null;
            }
            case 'x' ->
                isName("x-forwarded-for", bytes, start, stop)
                        ? forwarded(value("x-forwarded-for", bytes, start, stop))
                        : null;
            default -> null;
        };
    }

    private @Nullable State length(String value) {
        boolean isNumber = !value.isEmpty()
                && value.length() <= LENGTH_DIGITS_MAX
                && value.chars().allMatch(each -> each >= '0' && each <= '9');
        if (length >= 0 || !isNumber) {
            return State.UNCLEAR;
        }
        length = Integer.parseInt(value);
        return null;
    }

    private @Nullable State encoding(String value) {
        if (chunked || !value.equalsIgnoreCase("chunked")) {
            return State.UNCLEAR;
        }
        chunked = true;
        return null;
    }

    private @Nullable State forwarded(String value) {
        if (forwardedFor.size() == FORWARDED_MAX) {
            return State.UNCLEAR;
        }
        forwardedFor.add(value);
        return null;
    }

    private @Nullable State body() {
        headEnd = lineStart;
        if (chunked && length >= 0 || length > bodyBytesMax) {
            return State.UNCLEAR;
        }
        if (chunked) {
            phase = Phase.CHUNK_SIZE;
            return null;
        }
        end = headEnd + Math.max(0, length);
        phase = Phase.LENGTH;
        return null;
    }

    private @Nullable State chunkSize(byte[] bytes, int start, int stop) {
        int size = 0;
        int at = start;
        for (; at < stop && Character.digit(bytes[at], 16) >= 0; at++) {
            size = size * 16 + Character.digit(bytes[at], 16);
            if (at - start == CHUNK_DIGITS_MAX - 1) {
                at++;
                break;
            }
        }
        boolean isNumber = at > start && (at == stop || bytes[at] == ';' || bytes[at] == ' ' || bytes[at] == '\t');
        if (!isNumber) {
            return State.UNCLEAR;
        }
        if (size == 0) {
            phase = Phase.TRAILERS;
            ofChunks = lineStart;
        } else {
            end = lineStart + size;
            phase = Phase.CHUNK;
        }
        return null;
    }

    /** That which ends a chunk. */
    private @Nullable State emptyLine(int start) {
        return start == headEnd ? State.UNCLEAR : null;
    }

    private @Nullable State trailer() {
        return lineStart - ofChunks > headBytesMax ? State.UNCLEAR : null;
    }

    private State whole() {
        end = lineStart;
        return State.WHOLE;
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

    /** What stands behind the name and its colon; with a space before the colon it is no value that anybody reads. */
    private static String value(String name, byte[] bytes, int start, int stop) {
        int from = start + name.length();
        int skip = bytes[from] == ':' ? 1 : 0;
        return new String(bytes, from + skip, stop - from - skip, ISO_8859_1).strip();
    }
}
