package io.attestore.server.authentication;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests of one source may fail to authenticate: an IPv4 address, or an IPv6 network of 64 bits.
 *
 * @param failuresBurst how many are answered at once; as many again are delayed, and those beyond throttled
 * @param failuresPerMinute how fast a source may fail again that has used these up
 * @param delayMax how long an answer is delayed at most
 * @param delayedMax how many answers are delayed at one time, since each keeps a turn; a source may have a quarter
 */
@ConfigurationProperties("attestore.authentication")
public record AuthenticationSettings(
        @DefaultValue("50") int failuresBurst,
        @DefaultValue("60") int failuresPerMinute,
        @DefaultValue("1s") Duration delayMax,
        @DefaultValue("32") int delayedMax) {

    public AuthenticationSettings {
        if (failuresBurst < 1) {
            throw new IllegalArgumentException("attestore.authentication.failures-burst must be at least 1");
        }
        if (failuresPerMinute < 1) {
            throw new IllegalArgumentException("attestore.authentication.failures-per-minute must be at least 1");
        }
        if (delayMax.isNegative()) {
            throw new IllegalArgumentException("attestore.authentication.delay-max must not be negative");
        }
        if (delayedMax < 0) {
            throw new IllegalArgumentException("attestore.authentication.delayed-max must not be negative");
        }
    }
}
