package io.attestore.audit.trail.posting;

import io.attestore.events.id.AccountRegion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a posting list is about: a value of an attribute, in one namespace. Whatever callers write, it becomes a number
 * that an index can hold.
 *
 * @param value the empty text for {@link Kind#EVERYTHING}
 */
public record LookupKey(AccountRegion where, Kind kind, String value) {

    /** The attributes that have posting lists. */
    public enum Kind {
        EVERYTHING,
        EVENT_NAME,
        EVENT_SOURCE,
        READ_ONLY,
        USERNAME,
        ACCESS_KEY,
        RESOURCE_TYPE,
        RESOURCE
    }

    public static LookupKey everything(AccountRegion where) {
        return new LookupKey(where, Kind.EVERYTHING, "");
    }

    /**
     * The number of the list: the first eight bytes of SHA-256 of {@code account/region/kind/value}. Different keys
     * might share one, so what is found is compared again; that nobody can make such keys at will takes a cryptographic
     * hash.
     */
    public long number() {
        String text = where.prefix() + kind + "/" + value;
        return ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
