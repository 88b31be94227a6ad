package io.attestore.eventlog.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The chain of SHA-256 (FIPS 180-4) hashes over the log.
 *
 * <pre>
 * content(e) = SHA-256( id(e) || f(type) || f(version) || int64(occurred at, microseconds)
 *                       || int32(number of tags) || f(tag) for each tag in order || f(metadata) || f(payload) )
 * hash(p)    = SHA-256( hash(p - 1) || int64(p) || content(event at p) )        hash(-1) = 32 zero bytes
 * </pre>
 *
 * Numbers are big-endian; id is the UUID's 16 bytes; {@code f(x) = int32(length of x) || x}; text is UTF-8. Every field
 * is of fixed length or carries its length, so two different events never hash the same bytes. This format is fixed:
 * what is written once must verify for ever.
 */
public final class HashChain {

    public static final int HASH_BYTES = 32;

    private HashChain() {}

    /** The hash of an event, wherever it may come to stand. Can be computed before its position is known. */
    public static byte[] content(EventContent event) {
        MessageDigest sha = sha256();
        UUID id = event.eventId();
        sha.update(ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
        field(sha, event.type());
        field(sha, event.version());
        sha.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(event.occurredAtMicros())
                .putInt(event.tags().size())
                .flip());
        for (String tag : event.tags()) {
            field(sha, tag);
        }
        field(sha, event.metadata());
        field(sha, event.payload());
        return sha.digest();
    }

    /** The hash of the row at this position, which follows a row with the hash {@code previous}. */
    public static byte[] next(byte[] previous, long position, byte[] content) {
        MessageDigest sha = sha256();
        sha.update(previous);
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        sha.update(content);
        return sha.digest();
    }

    /** Whether the row is the one that was written after this head: the next position, nothing changed. */
    public static boolean follows(LogHead head, LogRow row) {
        return follows(head, row, content(row.content()));
    }

    /** As {@link #follows(LogHead, LogRow)}, with the hash of the row's content as {@link #content} tells it. */
    public static boolean follows(LogHead head, LogRow row, byte[] content) {
        return row.position() == head.position() + 1
                && MessageDigest.isEqual(row.hash(), next(head.hash(), row.position(), content));
    }

    private static void field(MessageDigest sha, String text) {
        field(sha, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(MessageDigest sha, byte[] bytes) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
