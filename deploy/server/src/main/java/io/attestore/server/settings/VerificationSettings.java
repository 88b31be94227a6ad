package io.attestore.server.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a running server verifies its store by itself.
 *
 * @param every from the end of one verification to the beginning of the next; zero: never
 * @param delay from the start of the server to the first
 * @param eventsPerSecond how quickly the log is read
 */
@ConfigurationProperties("attestore.verification")
public record VerificationSettings(
        @DefaultValue("24h") Duration every,
        @DefaultValue("1m") Duration delay,
        @DefaultValue("5000") int eventsPerSecond) {

    public VerificationSettings {
        if (every.isNegative()) {
            throw new IllegalArgumentException("attestore.verification.every must not be negative");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("attestore.verification.delay must not be negative");
        }
        if (eventsPerSecond < 1) {
            throw new IllegalArgumentException("attestore.verification.events-per-second must be at least 1");
        }
    }
}
