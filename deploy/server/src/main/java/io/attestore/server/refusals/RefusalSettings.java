package io.attestore.server.refusals;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast refusals may fill the log.
 *
 * @param perMinute how many refusals of an account are recorded one by one in a minute, on each node; beyond, they are
 *     throttled, and recorded by their number
 */
@ConfigurationProperties("attestore.refusals")
public record RefusalSettings(@DefaultValue("6000") int perMinute) {

    public RefusalSettings {
        if (perMinute < 1) {
            throw new IllegalArgumentException("attestore.refusals.per-minute must be at least 1");
        }
    }
}
