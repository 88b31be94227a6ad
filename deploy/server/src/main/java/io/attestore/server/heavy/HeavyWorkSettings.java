package io.attestore.server.heavy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the machine work may take that is heavy.
 *
 * @param threads how many pieces of it are done at one time; 0: one less than there are processors, at least one
 * @param waitingPerAccountMax how many an account may have waiting; beyond, it is throttled
 * @param waitingMax how many may wait in all; beyond, whoever has one waiting is throttled
 */
@ConfigurationProperties("attestore.heavy-work")
public record HeavyWorkSettings(
        @DefaultValue("0") int threads,
        @DefaultValue("32") int waitingPerAccountMax,
        @DefaultValue("128") int waitingMax) {

    public HeavyWorkSettings {
        if (threads < 0) {
            throw new IllegalArgumentException("attestore.heavy-work.threads must be at least 1, or 0 for the default");
        }
        if (waitingPerAccountMax < 1) {
            throw new IllegalArgumentException("attestore.heavy-work.waiting-per-account-max must be at least 1");
        }
        if (waitingMax < 1) {
            throw new IllegalArgumentException("attestore.heavy-work.waiting-max must be at least 1");
        }
    }

    int threadsOrDefault() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
