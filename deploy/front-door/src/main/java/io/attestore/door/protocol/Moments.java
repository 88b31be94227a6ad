package io.attestore.door.protocol;

import java.time.Instant;

/**
 * The moments that an input may name: the years 1 to 9999, which every calendar, database and text form here can hold,
 * and AWS's own formats of a timestamp can write.
 *
 * @see <a href="https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait">Smithy: timestamp formats</a>
 */
final class Moments {

    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    static boolean isAllowed(Instant moment) {
        return !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }
}
