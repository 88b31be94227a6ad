package io.attestore.server.http.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
    private boolean isHttp10;
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
        UNCLEAR,
        /** What has been looked at is fine, and more is there. Never an answer. */
        FURTHER
    }

    RequestScanner(int headBytesMax, int bodyBytesMax) {
        this.headBytesMax = headBytesMax;
        this.bodyBytesMax = bodyBytesMax;
    }

    /** @param bytes those of the call before, and more */
    State scan(byte[] bytes, int count) {
        while (true) {
            State state = switch (phase) {
                case LENGTH -> count >= end ? State.WHOLE : State.PART;
                case CHUNK -> chunk(count);
                case BEFORE, HEAD, CHUNK_SIZE, TRAILERS -> line(bytes, count);
            };
            if (state != State.FURTHER) {
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

    /** Whether anything but empty lines is there: those may stand before a request (RFC 9112, section 2.2). */
    boolean hasBegun(byte[] bytes, int count) {
        return phase != Phase.BEFORE || count > lineStart + 1 || count == lineStart + 1 && bytes[lineStart] != '\r';
    }

    /** Whether the client waits for a word before it sends the body (RFC 9110, section 10.1.1). */
    boolean expectsContinue() {
        return expectsContinue && hasWholeHead() && !isHttp10;
    }

    /** Whether the client may send another request after this one (RFC 9112, section 9.3). Looks at the whole head. */
    boolean mayBeFollowed(byte[] bytes) {
        int start = 0;
        for (int at = 0; at < headEnd && !isHttp10; at++) {
            if (bytes[at] == '\n') {
                int stop = at > start && bytes[at - 1] == '\r' ? at - 1 : at;
                if (HeaderLine.value("connection", bytes, start, stop)
                        .filter(value -> value.toLowerCase(Locale.ROOT).contains("close"))
                        .isPresent()) {
                    return false;
                }
                start = at + 1;
            }
        }
        return !isHttp10;
    }

    /** What X-Forwarded-For said, in its order. */
    List<String> forwardedFor() {
        return forwardedFor;
    }

    private State chunk(int count) {
        if (count < end) {
            return count - headEnd > (long) bodyBytesMax + headBytesMax ? State.UNCLEAR : State.PART;
        }
        lineStart = end;
        searched = end;
        end = 0;
        phase = Phase.CHUNK_SIZE;
        return State.FURTHER;
    }

    private State line(byte[] bytes, int count) {
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
            case BEFORE -> stop > start ? requestLine(bytes, start, stop) : State.FURTHER;
            case HEAD -> stop > start ? header(bytes, start, stop) : body();
            case CHUNK_SIZE -> stop > start ? chunkSize(bytes, start, stop) : emptyLine(start);
            case TRAILERS -> stop > start ? trailer() : whole();
            case LENGTH, CHUNK -> throw new IllegalStateException("These have no lines");
        };
    }

    private State requestLine(byte[] bytes, int start, int stop) {
        if (!RequestLine.isOfARequest(bytes, start, stop)) {
            return State.UNCLEAR;
        }
        isHttp10 = RequestLine.isOfHttp10(bytes, stop);
        phase = Phase.HEAD;
        return State.FURTHER;
    }

    private State header(byte[] bytes, int start, int stop) {
        return switch (bytes[start] | 0x20) {
            case 'c' -> ifNamed("content-length", bytes, start, stop, this::length);
            case 't' -> ifNamed("transfer-encoding", bytes, start, stop, this::encoding);
            case 'e' -> ifNamed("expect", bytes, start, stop, this::expectation);
            case 'x' -> ifNamed("x-forwarded-for", bytes, start, stop, this::forwarded);
            default -> State.FURTHER;
        };
    }

    private static State ifNamed(String name, byte[] bytes, int start, int stop, Function<String, State> value) {
        return HeaderLine.value(name, bytes, start, stop).map(value).orElse(State.FURTHER);
    }

    private State length(String value) {
        boolean isNumber = !value.isEmpty()
                && value.length() <= LENGTH_DIGITS_MAX
                && value.chars().allMatch(each -> each >= '0' && each <= '9');
        if (length >= 0 || !isNumber) {
            return State.UNCLEAR;
        }
        length = Integer.parseInt(value);
        return State.FURTHER;
    }

    private State encoding(String value) {
        if (chunked || !value.equalsIgnoreCase("chunked")) {
            return State.UNCLEAR;
        }
        chunked = true;
        return State.FURTHER;
    }

    private State expectation(String value) {
        expectsContinue |= value.equalsIgnoreCase("100-continue");
        return State.FURTHER;
    }

    private State forwarded(String value) {
        if (forwardedFor.size() == FORWARDED_MAX) {
            return State.UNCLEAR;
        }
        forwardedFor.add(value);
        return State.FURTHER;
    }

    private State body() {
        headEnd = lineStart;
        if (chunked && length >= 0 || length > bodyBytesMax) {
            return State.UNCLEAR;
        }
        if (chunked) {
            phase = Phase.CHUNK_SIZE;
            return State.FURTHER;
        }
        end = headEnd + Math.max(0, length);
        phase = Phase.LENGTH;
        return State.FURTHER;
    }

    private State chunkSize(byte[] bytes, int start, int stop) {
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
        if (!isNumber || isMostlyFraming()) {
            return State.UNCLEAR;
        }
        if (size == 0) {
            phase = Phase.TRAILERS;
            ofChunks = lineStart;
        } else {
            end = lineStart + size;
            phase = Phase.CHUNK;
        }
        return State.FURTHER;
    }

    /** That which ends a chunk. */
    private State emptyLine(int start) {
        return start == headEnd || isMostlyFraming() ? State.UNCLEAR : State.FURTHER;
    }

    /** Chunks of a byte or two: what makes such a request long is not its body. */
    private boolean isMostlyFraming() {
        return lineStart - headEnd > 2L * bodyBytesMax + headBytesMax;
    }

    private State trailer() {
        return lineStart - ofChunks > headBytesMax ? State.UNCLEAR : State.FURTHER;
    }

    private State whole() {
        end = lineStart;
        return State.WHOLE;
    }
}
