package io.attestore.eventlog.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * What the log stores of an event besides its place: all of it is hashed. The arrays are shared and never changed.
 *
 * @param occurredAtMicros microseconds since 1970-01-01T00:00:00Z, the precision that PostgreSQL keeps
 * @param tags as {@link TagText} writes them, sorted, each once
 */
@SuppressWarnings("ArrayRecordComponent")
public record EventContent(
        UUID eventId,
        String type,
        String version,
        long occurredAtMicros,
        List<String> tags,
        byte[] metadata,
        byte[] payload) {

    /** One event with its payload and metadata: 1 MiB. */
    public static final int BYTES_MAX = 1 << 20;

    private static final int ROW_OVERHEAD_BYTES = 160;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    public EventContent {
        tags = tags.stream().distinct().sorted().toList();
        if ((long) metadata.length + payload.length > BYTES_MAX) {
            throw new IllegalArgumentException("An event has at most " + BYTES_MAX + " bytes");
        }
    }

    /** @throws IllegalArgumentException outside the years 1970 to 9999 */
    public static long micros(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("An event happens in the years 1970 to 9999");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public Instant occurredAt() {
        return Instant.EPOCH.plus(occurredAtMicros, ChronoUnit.MICROS);
    }

    /** About what a row takes in memory and on the wire. */
    public int bytes() {
        int bytes = ROW_OVERHEAD_BYTES + metadata.length + payload.length;
        for (String tag : tags) {
            bytes += 2 * tag.length();
        }
        return bytes;
    }
}
