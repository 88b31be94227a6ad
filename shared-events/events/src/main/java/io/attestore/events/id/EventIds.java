package io.attestore.events.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the ids of events: UUIDs of RFC 9562, version 7, whose time is that of the call that the event records. An index
 * by time thus finds an event by its id.
 *
 * <pre>
 * 48 bits  milliseconds since 1970, unsigned
 *  4 bits  0111, the version
 * 12 bits  random, the same for all ids of one generator
 *  2 bits  10, the variant
 * 62 bits  a counter that begins at random
 * </pre>
 *
 * <p>One generator never makes an id twice (RFC 9562, section 6.2). Two generators might only if, within the same
 * millisecond, the same one of 2<sup>74</sup> values came up in both. Ids are no secrets: they can be guessed. Making one
 * takes no lock and asks no source of randomness. Safe for many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#section-5.7">RFC 9562: UUID Version 7</a>
 */
public final class EventIds {

    private static final int VERSION = 7;
    private static final long RANDOM_A_MASK = 0xFFFL;
    private static final long RANDOM_B_MASK = -1L >>> 2;
    private static final long MILLIS_MAX = 0xFFFF_FFFF_FFFFL;

    private final long versionAndRandom;
    private final AtomicLong counter;

    public EventIds(SecureRandom random) {
        this.versionAndRandom = VERSION << 12 | random.nextLong() & RANDOM_A_MASK;
        this.counter = new AtomicLong(random.nextLong());
    }

    /**
     * A new id.
     *
     * @param at the time that the id shall have, of which the milliseconds count
     * @throws IllegalArgumentException if the time is before 1970 or after 10889
     */
    public UUID next(Instant at) {
        long millis = at.toEpochMilli();
        if (millis < 0 || millis > MILLIS_MAX) {
            throw new IllegalArgumentException("An event id holds a time from 1970 to 10889");
        }
        return new UUID(millis << 16 | versionAndRandom, variant(counter.getAndIncrement()));
    }

    /** Whether an id has a time. */
    public static boolean isTimed(UUID id) {
        return id.version() == VERSION && id.variant() == 2;
    }

    /** The milliseconds since 1970 of an id that {@linkplain #isTimed has a time}. */
    public static long millis(UUID id) {
        return id.getMostSignificantBits() >>> 16;
    }

    /**
     * Another id of the same time: always the same for an id and an ordinal, and for one ordinal different for different
     * ids of this form.
     *
     * @param ordinal which one, from 0
     */
    public static UUID derived(UUID id, int ordinal) {
        long salt = (ordinal + 1L) * 0x9E37_79B9_7F4A_7C15L;
        return new UUID(id.getMostSignificantBits(), variant(mixed(id.getLeastSignificantBits() + salt)));
    }

    private static long variant(long bits) {
        return bits & RANDOM_B_MASK | Long.MIN_VALUE;
    }

    /** A bijection of 62 bits in the manner of SplitMix64's finalizer: every bit depends on every bit. */
    private static long mixed(long bits) {
        long mixed = bits & RANDOM_B_MASK;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L & RANDOM_B_MASK;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL & RANDOM_B_MASK;
        return mixed ^ mixed >>> 31;
    }
}
