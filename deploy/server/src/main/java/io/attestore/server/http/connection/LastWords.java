package io.attestore.server.http.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Arrays;

/**
 * What a client still sends after it was told the last answer: thrown away, for a while. TCP takes an answer back from a
 * client whose bytes were not read (RFC 9112, section 9.6).
 */
final class LastWords {

    /** Counted from the answer. */
    static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private static final long BYTES_MAX = 8L << 20;
    private static final int BUFFER_BYTES = 16 * 1024;

    private final long sinceNanos;
    private long bytes;

    LastWords(long nowNanos) {
        this.sinceNanos = nowNanos;
    }

    /** Reads what has come; answers whether more may come. Never waits. */
    boolean readFrom(ReadableByteChannel socket, long nowNanos) throws IOException {
        if (nowNanos - sinceNanos > TIME_LIMIT.toNanos()) {
            return false;
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        int read = 0;
        do {
            bytes += read;
            read = socket.read(ByteBuffer.wrap(buffer));
        } while (read > 0 && bytes <= BYTES_MAX);
        Arrays.fill(buffer, (byte) 0);
        return read == 0;
    }
}
