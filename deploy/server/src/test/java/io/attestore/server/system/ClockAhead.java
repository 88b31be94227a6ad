package io.attestore.server.system;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, put forward. Safe for many threads. */
final class ClockAhead extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** @param duration ahead of the system's clock from now on */
    void put(Duration duration) {
        ahead = duration;
    }

    @Override
    public Instant instant() {
        return Instant.now(Clock.systemUTC()).plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock is UTC's");
    }
}
