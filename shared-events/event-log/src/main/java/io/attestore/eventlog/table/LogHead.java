package io.attestore.eventlog.table;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The newest event's position and hash: all that a continuation or a proof of the log needs to know of what is before.
 *
 * @param position -1 for the empty log
 */
@SuppressWarnings("ArrayRecordComponent")
public record LogHead(long position, byte[] hash) {

    /** The head of the empty log: 32 zero bytes. */
    public static final LogHead EMPTY = new LogHead(-1, new byte[HashChain.HASH_BYTES]);

    public LogHead {
        if (position < -1 || hash.length != HashChain.HASH_BYTES) {
            throw new IllegalArgumentException("Not the head of a log");
        }
        hash = hash.clone();
    }

    public static LogHead of(LogRow row) {
        return new LogHead(row.position(), row.hash());
    }

    public boolean hasHash(byte[] other) {
        return Arrays.equals(hash, other);
    }

    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogHead that && position == that.position && Arrays.equals(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(position) + Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return position + "/" + hex();
    }
}
