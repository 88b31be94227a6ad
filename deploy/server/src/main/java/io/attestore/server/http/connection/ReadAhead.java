package io.attestore.server.http.connection;

import io.attestore.server.http.share.BodyMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a connection's next request. It is read here until it is whole, which costs nobody but its sender
 * anything, and only then given to whoever handles it: just this request, what follows is the next one. Bytes that have
 * been handled are overwritten. Safe for several threads.
 */
final class ReadAhead {

    private static final int FIRST_BYTES = 1024;
    private static final byte[] NONE = {};

    private final ReadableByteChannel socket;
    private final RequestLimits limits;
    private final BufferPool pool;
    private final BodyMemory.Lease lease;

    private RequestScanner scanner;
    private byte[] bytes = NONE;
    private boolean isPooled;
    private int count;
    private int given;
    private int gate;
    private boolean isEnded;
    private boolean isAtEnd;
    private boolean isClosed;
    private @Nullable LastWords lastWords;

    /** What has come. */
    enum Arrival {
        /** Nothing of a request. */
        NOTHING,
        /** Some of one. */
        PART,
        /** One or more. */
        WHOLE,
        /** What will be no request, or a doubtful one: to be looked at and refused. Nothing is read after it. */
        UNCLEAR,
        /** The client has ended the connection. */
        END,
        /** More than there is memory for now. */
        NO_ROOM
    }

    ReadAhead(ReadableByteChannel socket, RequestLimits limits, BufferPool pool, BodyMemory.Lease lease) {
        this.socket = socket;
        this.limits = limits;
        this.pool = pool;
        this.lease = lease;
        this.scanner = limits.scanner();
    }

    /** Reads what has come, until a request is whole. Never waits. */
    synchronized Arrival receive() throws IOException {
        if (lastWords != null) {
            return lastWords.readFrom(socket, System.nanoTime()) ? Arrival.NOTHING : Arrival.END;
        }
        while (!isClosed) {
            if (count > 0) {
                switch (scanner.scan(bytes, count)) {
                    case WHOLE -> {
                        gate = scanner.end();
                        return Arrival.WHOLE;
                    }
                    case UNCLEAR -> {
                        return last();
                    }
                    case PART, FURTHER -> {}
                }
            }
            if (!makeRoom()) {
                return Arrival.NO_ROOM;
            }
            int read = socket.read(ByteBuffer.wrap(bytes, count, bytes.length - count));
            if (read <= 0 && !scanner.hasBegun(bytes, count)) {
                forget();
                return read < 0 ? Arrival.END : Arrival.NOTHING;
            }
            if (read < 0) {
                isAtEnd = true;
                return last();
            }
            if (read == 0) {
                return keep() ? Arrival.PART : Arrival.NO_ROOM;
            }
            count += read;
        }
        return Arrival.END;
    }

    /** Lets go of the buffer that was lent while the request waits; answers whether there is memory for what it holds. */
    synchronized boolean keep() {
        if (!isPooled) {
            return true;
        }
        if (!lease.growTo(count)) {
            return false;
        }
        byte[] kept = Arrays.copyOf(bytes, count);
        giveBack();
        bytes = kept;
        return true;
    }

    /** Gives what is there of this request, none of what follows; -1 if it was the last. Never waits. */
    synchronized int give(ByteBuffer to) {
        int length = Math.min(to.remaining(), gate - given);
        to.put(bytes, given, length);
        given += length;
        return length == 0 && isEnded ? -1 : length;
    }

    /** This request has been handled: forgets it. Answers whether something of the next one is there. */
    synchronized boolean next() {
        if (isClosed) {
            return false;
        }
        int rest = count - gate;
        System.arraycopy(bytes, gate, bytes, 0, rest);
        Arrays.fill(bytes, rest, count, (byte) 0);
        count = rest;
        gate = 0;
        given = 0;
        scanner = limits.scanner();
        if (rest == 0) {
            giveBack();
        }
        return rest > 0;
    }

    /** Whether the client is sending more than the request that was given. */
    synchronized boolean isFollowed() {
        return !isAtEnd && !isClosed && (isEnded || count > gate);
    }

    /** From now on whatever comes is thrown away, within limits. */
    synchronized void awaitLastWords() {
        giveBack();
        count = 0;
        gate = 0;
        given = 0;
        isEnded = true;
        lastWords = new LastWords(System.nanoTime());
    }

    /** Whether another request may come once this one, which is there, is answered. */
    synchronized boolean mayBeFollowed() {
        return !isEnded && scanner.mayBeFollowed(bytes);
    }

    /** Whether a client that wants to be told to send the body has to be told now. */
    synchronized boolean expectsContinue() {
        return scanner.expectsContinue();
    }

    synchronized boolean hasWholeHead() {
        return scanner.hasWholeHead();
    }

    /** Whether a request is there that has not been handled. */
    synchronized boolean hasWhole() {
        return gate > 0;
    }

    synchronized boolean isEmpty() {
        return count == 0;
    }

    synchronized List<String> forwardedFor() {
        return scanner.forwardedFor();
    }

    synchronized void close() {
        isClosed = true;
        gate = 0;
        given = 0;
        isEnded = true;
        giveBack();
        count = 0;
    }

    private Arrival last() {
        gate = count;
        isEnded = true;
        return Arrival.UNCLEAR;
    }

    /** Nothing of a request is there. */
    private void forget() {
        giveBack();
        if (count > 0) {
            count = 0;
            scanner = limits.scanner();
        }
    }

    private boolean makeRoom() {
        if (bytes.length == 0) {
            bytes = pool.take();
            isPooled = true;
        }
        if (count < bytes.length) {
            return true;
        }
        int size = Math.max(FIRST_BYTES, 2 * bytes.length);
        int known = scanner.end() > count ? scanner.end() : size;
        return resize(Math.min(size, known));
    }

    private boolean resize(int size) {
        if (!lease.growTo(size)) {
            return false;
        }
        byte[] larger = Arrays.copyOf(bytes, size);
        giveBackBytes();
        bytes = larger;
        return true;
    }

    private void giveBack() {
        giveBackBytes();
        bytes = NONE;
        lease.close();
    }

    private void giveBackBytes() {
        Arrays.fill(bytes, 0, count, (byte) 0);
        if (isPooled) {
            pool.giveBack(bytes);
            isPooled = false;
        }
    }
}
