package io.attestore.server.health;

import io.attestore.server.shredding.Shredder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when this node's directory of keys is not the one that the database means: what others roll it cannot open. */
public final class KeysHealthIndicator implements HealthIndicator {

    private final Shredder shredder;

    public KeysHealthIndicator(Shredder shredder) {
        this.shredder = shredder;
    }

    @Override
    public Health health() {
        return shredder.otherDirectory()
                .map(why -> Health.down().withDetail("otherDirectory", why).build())
                .orElseGet(() -> Health.up().build());
    }
}
