package io.attestore.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Reads the body of a request, up to a size, within a time and within the memory that all bodies share. Takes memory for
 * what has come, not for what was announced. Overwrites what it has read and does not return.
 */
final class BodyReader {

    private static final int FIRST_BYTES = 8 * 1024;

    private final int bytesMax;
    private final Supplier<Duration> timeLimit;
    private final BodyMemory memory;

    BodyReader(int bytesMax, Supplier<Duration> timeLimit, BodyMemory memory) {
        this.bytesMax = bytesMax;
        this.timeLimit = timeLimit;
        this.memory = memory;
    }

    sealed interface Result {}

    /** The whole body, with its share of the memory: to be closed when the body is no longer needed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Body(byte[] bytes, BodyMemory.Lease lease) implements Result {}

    record TooLarge() implements Result {}

    record TooSlow() implements Result {}

    /** There is no memory for it now. */
    record TooMany() implements Result {}

    Result read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > bytesMax) {
            return new TooLarge();
        }
        int room = (int) Math.min(announced < 0 ? FIRST_BYTES : announced, Math.min(FIRST_BYTES, bytesMax));
        Reading reading = new Reading(request.getInputStream());
        try {
            return reading.read(room);
        } catch (IOException failed) {
            if (isTimeout(failed)) {
                return new TooSlow();
            }
            throw failed;
        } finally {
            reading.end();
        }
    }

    /** One body while it comes in. */
    private final class Reading {

        private final InputStream in;
        private final BodyMemory.Lease lease = memory.lease();
        private byte[] body = new byte[0];
        private boolean complete;

        Reading(InputStream in) {
            this.in = in;
        }

        Result read(int room) throws IOException {
            int length = 0;
            long deadline = System.nanoTime() + timeLimit.get().toNanos();
            if (!resize(room)) {
                return new TooMany();
            }
            while (true) {
                if (length == body.length) {
                    int next = in.read();
                    if (next < 0) {
                        return complete(length);
                    }
                    if (length == bytesMax) {
                        return new TooLarge();
                    }
                    if (!resize((int) Math.min(bytesMax, Math.max(FIRST_BYTES, body.length * 2L)))) {
                        return new TooMany();
                    }
                    body[length++] = (byte) next;
                }
                int read = in.read(body, length, body.length - length);
                if (read < 0) {
                    return complete(length);
                }
                length += read;
                if (System.nanoTime() > deadline) {
                    return new TooSlow();
                }
            }
        }

        private Result complete(int length) {
            boolean fits = length == body.length || resize(length);
            complete = fits;
            return fits ? new Body(body, lease) : new TooMany();
        }

        private boolean resize(int size) {
            if (!lease.growTo(size)) {
                return false;
            }
            byte[] resized = Arrays.copyOf(body, size);
            Arrays.fill(body, (byte) 0);
            body = resized;
            return true;
        }

        /** Wipes and gives back what is not returned. */
        void end() {
            if (!complete) {
                Arrays.fill(body, (byte) 0);
                lease.close();
            }
        }
    }

    /** Tomcat hands the timeout of a socket on as the cause of an exception of its own. */
    private static boolean isTimeout(IOException failed) {
        return failed instanceof SocketTimeoutException || failed.getCause() instanceof SocketTimeoutException;
    }
}
