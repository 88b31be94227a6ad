package io.attestore.server.call;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of one call.
 *
 * @param attemptsMax how often a call is decided when what it read has changed meanwhile; beyond, it is throttled
 * @param timeLimit from the first attempt to the durable record; beyond, the call fails closed (503)
 */
@ConfigurationProperties("attestore.call")
public record CallSettings(
        @DefaultValue("10") int attemptsMax,
        @DefaultValue("10s") Duration timeLimit) {

    public CallSettings {
        if (attemptsMax < 1) {
            throw new IllegalArgumentException("attestore.call.attempts-max must be at least 1");
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("attestore.call.time-limit must be positive");
        }
    }
}
