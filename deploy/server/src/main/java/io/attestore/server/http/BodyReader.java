package io.attestore.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Reads the body of a request, up to a size and within a time. Takes memory for what has come, not for what was
 * announced. Overwrites what it has read and does not return.
 */
final class BodyReader {

    private static final int FIRST_BYTES = 8 * 1024;

    private final int bytesMax;
    private final Duration timeLimit;

    BodyReader(int bytesMax, Duration timeLimit) {
        this.bytesMax = bytesMax;
        this.timeLimit = timeLimit;
    }

    sealed interface Result {}

    @SuppressWarnings("ArrayRecordComponent")
    record Body(byte[] bytes) implements Result {}

    record TooLarge() implements Result {}

    record TooSlow() implements Result {}

    Result read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > bytesMax) {
            return new TooLarge();
        }
        int room = (int) Math.min(announced < 0 ? FIRST_BYTES : announced, Math.min(FIRST_BYTES, bytesMax));
        try {
            return read(request.getInputStream(), new byte[room]);
        } catch (IOException failed) {
            if (isTimeout(failed)) {
                return new TooSlow();
            }
            throw failed;
        }
    }

    private Result read(InputStream in, byte[] first) throws IOException {
        byte[] body = first;
        int length = 0;
        long deadline = System.nanoTime() + timeLimit.toNanos();
        while (true) {
            if (length == body.length) {
                int next = in.read();
                if (next < 0) {
                    return new Body(body);
                }
                if (length == bytesMax) {
                    Arrays.fill(body, (byte) 0);
                    return new TooLarge();
                }
                body = moved(body, (int) Math.min(bytesMax, Math.max(FIRST_BYTES, body.length * 2L)));
                body[length++] = (byte) next;
            }
            int read = in.read(body, length, body.length - length);
            if (read < 0) {
                return new Body(moved(body, length));
            }
            length += read;
            if (System.nanoTime() > deadline) {
                Arrays.fill(body, (byte) 0);
                return new TooSlow();
            }
        }
    }

    /** Tomcat hands the timeout of a socket on as the cause of an exception of its own. */
    private static boolean isTimeout(IOException failed) {
        return failed instanceof SocketTimeoutException || failed.getCause() instanceof SocketTimeoutException;
    }

    private static byte[] moved(byte[] from, int length) {
        byte[] copy = Arrays.copyOf(from, length);
        Arrays.fill(from, (byte) 0);
        return copy;
    }
}
