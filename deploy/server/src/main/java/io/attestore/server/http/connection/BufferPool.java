package io.attestore.server.http.connection;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Buffers for requests that are there as a whole, as most are, lent for the while of their turn. Safe for many threads. */
final class BufferPool {

    private static final int BUFFER_BYTES = 8 * 1024;

    private final BlockingQueue<byte[]> unused;

    BufferPool(int unusedMax) {
        unused = new ArrayBlockingQueue<>(unusedMax);
    }

    byte[] take() {
        byte[] buffer = unused.poll();
        return buffer == null ? new byte[BUFFER_BYTES] : buffer;
    }

    /** @param buffer overwritten by who has used it */
    void giveBack(byte[] buffer) {
        unused.offer(buffer);
    }
}
