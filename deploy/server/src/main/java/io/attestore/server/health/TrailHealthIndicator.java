package io.attestore.server.health;

import io.attestore.audit.trail.TrailProjector;
import io.attestore.audit.trail.TrailStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Up while the projector of the trail makes progress and its index is not found damaged. */
public final class TrailHealthIndicator implements HealthIndicator {

    private final TrailProjector projector;

    public TrailHealthIndicator(TrailProjector projector) {
        this.projector = projector;
    }

    @Override
    public Health health() {
        try {
            return health(projector.status());
        } catch (DataAccessException unreachable) {
            return Health.outOfService()
                    .withDetail("reason", "The database does not answer")
                    .build();
        }
    }

    private static Health health(TrailStatus status) {
        boolean sound = status.failure().isEmpty() && status.damage().isEmpty();
        Health.Builder health = sound ? Health.up() : Health.outOfService();
        status.damage().ifPresent(reason -> health.withDetail("damage", reason));
        return health.withDetail("projected", status.projected())
                .withDetail("lag", status.lag())
                .withDetail("unmappedCalls", status.unmappedCalls())
                .build();
    }
}
