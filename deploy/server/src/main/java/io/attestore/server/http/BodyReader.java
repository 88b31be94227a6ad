package io.attestore.server.http;

import io.attestore.server.http.share.BodyMemory;
import io.attestore.server.http.source.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads the body of a request, which has come by then, up to a size and within the memory that all bodies share.
 * Overwrites what it has read and does not return.
 */
final class BodyReader {

    private static final int FIRST_BYTES = 8 * 1024;

    private final int bytesMax;
    private final BodyMemory memory;

    BodyReader(int bytesMax, BodyMemory memory) {
        this.bytesMax = bytesMax;
        this.memory = memory;
    }

    sealed interface Result {}

    /** The whole body, with its share of the memory: to be closed when the body is no longer needed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Body(byte[] bytes, BodyMemory.Lease lease) implements Result {}

    record TooLarge() implements Result {}

    /** There is no memory for it now. */
    record TooMany() implements Result {}

    Result read(HttpServletRequest request, Source source) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > bytesMax) {
            return new TooLarge();
        }
        int room = (int) Math.min(announced < 0 ? FIRST_BYTES : announced, Math.min(FIRST_BYTES, bytesMax));
        Reading reading = new Reading(request.getInputStream(), memory.lease(source));
        try {
            return reading.read(room);
        } finally {
            reading.end();
        }
    }

    /** One body while it comes in. */
    private final class Reading {

        private final InputStream in;
        private final BodyMemory.Lease lease;
        private byte[] body = new byte[0];
        private boolean complete;

        Reading(InputStream in, BodyMemory.Lease lease) {
            this.in = in;
            this.lease = lease;
        }

        Result read(int room) throws IOException {
            int length = 0;
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
}
