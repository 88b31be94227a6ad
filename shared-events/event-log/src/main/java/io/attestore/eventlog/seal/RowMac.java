package io.attestore.eventlog.seal;

import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogRow;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The MAC of a row. It binds the event to its place and, through the chain's hash, to all before it, so a row that is
 * read alone can be checked alone. For one thread.
 *
 * <pre>
 * mac(p) = the first 16 bytes of
 *          HMAC-SHA-256( key at p, "attestore event v1" || int64(p) || content(event at p) || hash(p) )
 * </pre>
 *
 * with {@code content} and {@code hash} as in {@link HashChain}; every part is of fixed length. This format is fixed.
 */
public final class RowMac {

    public static final int BYTES = 16;

    private static final byte[] LABEL = "attestore event v1".getBytes(StandardCharsets.US_ASCII);

    private final NavigableMap<Long, Supplier<UnaryOperator<byte[]>>> keys;
    private final byte[] message = Arrays.copyOf(LABEL, LABEL.length + Long.BYTES + 2 * HashChain.HASH_BYTES);
    private UnaryOperator<byte[]> hmac = message -> message;
    private long first;
    private long end;

    RowMac(NavigableMap<Long, Supplier<UnaryOperator<byte[]>>> keys) {
        this.keys = keys;
    }

    /**
     * The MAC of a row.
     *
     * @param content the hash of its content
     * @param hash its place in the chain
     */
    public byte[] of(long position, byte[] content, byte[] hash) {
        if (position < first || position >= end) {
            take(position);
        }
        ByteBuffer.wrap(message)
                .position(LABEL.length)
                .putLong(position)
                .put(content)
                .put(hash);
        return Arrays.copyOf(hmac.apply(message), BYTES);
    }

    /** Whether the row carries its MAC, in a time that does not depend on where they differ. */
    public boolean isOf(LogRow row, byte[] content) {
        return MessageDigest.isEqual(of(row.position(), content, row.hash()), row.mac());
    }

    private void take(long position) {
        Map.Entry<Long, Supplier<UnaryOperator<byte[]>>> key = keys.floorEntry(position);
        hmac = key.getValue().get();
        first = key.getKey();
        Long next = keys.higherKey(position);
        end = next == null ? Long.MAX_VALUE : next;
    }
}
