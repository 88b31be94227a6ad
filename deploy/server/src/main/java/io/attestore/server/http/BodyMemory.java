package io.attestore.server.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of request bodies may be in memory at one time, over all connections: what a crowd of slow clients can
 * take from everybody else. Safe for many threads.
 */
final class BodyMemory {

    private final long bytesMax;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** A share for one body, empty at first. */
    Lease lease() {
        return new Lease();
    }

    /** One body's share, given back when it is closed. Closing twice is harmless. Not for sharing between threads. */
    final class Lease implements AutoCloseable {

        private long bytes;

        /** Grows to so many bytes; answers whether there was room. */
        boolean growTo(long size) {
            long more = size - bytes;
            if (taken.addAndGet(more) > bytesMax) {
                taken.addAndGet(-more);
                return false;
            }
            bytes = size;
            return true;
        }

        @Override
        public void close() {
            taken.addAndGet(-bytes);
            bytes = 0;
        }
    }
}
