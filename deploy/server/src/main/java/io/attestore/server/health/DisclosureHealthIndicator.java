package io.attestore.server.health;

import io.attestore.entities.disclosure.DisclosureState;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.server.disclosure.DisclosureSwitch;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Tells whether an operator has stopped all disclosure. Up either way: the store does what it was told. */
public final class DisclosureHealthIndicator implements HealthIndicator {

    private final DisclosureSwitch disclosure;

    public DisclosureHealthIndicator(DisclosureSwitch disclosure) {
        this.disclosure = disclosure;
    }

    @Override
    public Health health() {
        try {
            return health(disclosure.state());
        } catch (LogUnavailableException unreadable) {
            return Health.unknown()
                    .withDetail("reason", "The log cannot be read")
                    .build();
        }
    }

    private static Health health(DisclosureState state) {
        return switch (state) {
            case DisclosureState.Permitted _ ->
                Health.up().withDetail("sealed", false).build();
            case DisclosureState.Stopped(String reason, var since) ->
                Health.up()
                        .withDetail("sealed", true)
                        .withDetail("reason", reason)
                        .withDetail("since", since.toString())
                        .build();
        };
    }
}
