package io.attestore.server.health;

import io.attestore.server.shredding.Shredder;
import io.attestore.server.shredding.ShreddingStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while a destruction is not complete although its time is over. Calls are served all the same. */
public final class ShreddingHealthIndicator implements HealthIndicator {

    private final Shredder shredder;

    public ShreddingHealthIndicator(Shredder shredder) {
        this.shredder = shredder;
    }

    @Override
    public Health health() {
        ShreddingStatus status = shredder.status();
        Health.Builder health = status.isOverdue() ? Health.down() : Health.up();
        health.withDetail("dueGroups", status.dueGroups()).withDetail("oldestDueSeconds", status.oldestDueSeconds());
        if (!status.waitsFor().isEmpty()) {
            health.withDetail("waitsFor", status.waitsFor());
        }
        return health.build();
    }
}
