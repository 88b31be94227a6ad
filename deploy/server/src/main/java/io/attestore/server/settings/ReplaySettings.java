package io.attestore.server.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the same signed request may come twice.
 *
 * @param refuseReplayedWrites whether a call that changes something is refused when its signature was used on this node
 *     before; across nodes and across restarts nothing is remembered
 * @param rememberedSignaturesMax how many signatures are remembered, about 100 bytes each; beyond, and for one account
 *     beyond a quarter, writes are throttled
 */
@ConfigurationProperties("attestore.authentication")
public record ReplaySettings(
        @DefaultValue("false") boolean refuseReplayedWrites,
        @DefaultValue("1000000") int rememberedSignaturesMax) {

    private static final int SIGNATURES_MIN = 1000;

    public ReplaySettings {
        if (rememberedSignaturesMax < SIGNATURES_MIN) {
            throw new IllegalArgumentException(
                    "attestore.authentication.remembered-signatures-max must be at least " + SIGNATURES_MIN);
        }
    }
}
