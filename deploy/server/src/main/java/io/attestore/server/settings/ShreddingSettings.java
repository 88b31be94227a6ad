package io.attestore.server.settings;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the destruction of keys is completed.
 *
 * @param within after this time at the latest nothing that is left of a destroyed key can be opened
 * @param groups how many groups of keys a new store has; more of them make rolls of a very large store smaller. Fixed once
 *     the file of group keys is there
 * @param ignoredReceivers names of receivers of the write-ahead log, and of replication slots, that never become a primary:
 *     their progress is not waited for
 */
@ConfigurationProperties("attestore.shredding")
public record ShreddingSettings(
        @DefaultValue("1h") Duration within,
        @DefaultValue("4096") int groups,
        @DefaultValue List<String> ignoredReceivers) {

    private static final Duration WITHIN_MIN = Duration.ofSeconds(1);
    private static final Duration WITHIN_MAX = Duration.ofDays(30);
    private static final int GROUPS_MAX = 1 << 16;

    public ShreddingSettings {
        if (within.compareTo(WITHIN_MIN) < 0 || within.compareTo(WITHIN_MAX) > 0) {
            throw new IllegalArgumentException("attestore.shredding.within must be 1s to 30d");
        }
        if (groups < 1 || groups > GROUPS_MAX) {
            throw new IllegalArgumentException("attestore.shredding.groups must be 1 to " + GROUPS_MAX);
        }
        ignoredReceivers = List.copyOf(ignoredReceivers);
    }
}
