package io.attestore.server.http.share;

import io.attestore.server.http.source.Source;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many bytes of requests may be in memory at one time, over all connections: what a crowd of slow clients can take
 * from everybody else. Safe for many threads.
 */
public final class BodyMemory {

    private final ReentrantLock lock = new ReentrantLock();
    private final Shares shares;

    /** @param sharePercent of the memory, that one source can have while others want some */
    public BodyMemory(long bytesMax, int sharePercent) {
        this.shares = new Shares(bytesMax, sharePercent);
    }

    /** A share for one request, empty at first. */
    public Lease lease(Source source) {
        return new Lease(source);
    }

    /** Whether what this source's requests take beyond is to be at the cost of its own. */
    public boolean holdsItsShare(Source source) {
        lock.lock();
        try {
            return shares.holdsItsShare(source);
        } finally {
            lock.unlock();
        }
    }

    /** Those whose requests take much, who takes most first; few. No proxies. */
    public List<Source> largest() {
        lock.lock();
        try {
            return shares.largest();
        } finally {
            lock.unlock();
        }
    }

    /** One request's share, given back when it is closed. Closing twice is harmless. Not for sharing between threads. */
    public final class Lease implements AutoCloseable {

        private final Source source;
        private long bytes;

        private Lease(Source source) {
            this.source = source;
        }

        /** Grows or shrinks to so many bytes; answers whether there was room. */
        public boolean growTo(long size) {
            lock.lock();
            try {
                if (size > bytes && !shares.tryTake(source, size - bytes)) {
                    return false;
                }
                if (size < bytes) {
                    shares.giveBack(source, bytes - size);
                }
            } finally {
                lock.unlock();
            }
            bytes = size;
            return true;
        }

        @Override
        public void close() {
            if (bytes > 0) {
                lock.lock();
                try {
                    shares.giveBack(source, bytes);
                } finally {
                    lock.unlock();
                }
                bytes = 0;
            }
        }
    }
}
