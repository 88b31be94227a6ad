package io.attestore.server.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Parameter Store does beyond AWS.
 *
 * @param restoreWindow how long a deleted parameter can be restored, at most ten years; zero: its values are destroyed
 *     at once
 * @param strictPaths whether GetParametersByPath leaves out what the caller may not get by name, which AWS gives out
 */
@ConfigurationProperties("attestore.parameters")
public record ParameterSettings(
        @DefaultValue("0s") Duration restoreWindow,
        @DefaultValue("false") boolean strictPaths) {

    private static final Duration RESTORE_WINDOW_MAX = Duration.ofDays(3_660);

    public ParameterSettings {
        if (restoreWindow.isNegative() || restoreWindow.compareTo(RESTORE_WINDOW_MAX) > 0) {
            throw new IllegalArgumentException("attestore.parameters.restore-window must be 0 to 3660d");
        }
    }
}
