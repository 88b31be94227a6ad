package io.attestore.server.health;

import io.attestore.server.shredding.Shredder;
import io.attestore.server.shredding.ShreddingStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while a destruction is not complete although its time is over, or this node's directory of keys is not the one
 * that the database means. Calls are served all the same.
 */
public final class ShreddingHealthIndicator implements HealthIndicator {

    private final Shredder shredder;

    public ShreddingHealthIndicator(Shredder shredder) {
        this.shredder = shredder;
    }

    @Override
    public Health health() {
        ShreddingStatus status = shredder.status();
        boolean down = status.isOverdue() || status.otherDirectory().isPresent();
        Health.Builder health = down ? Health.down() : Health.up();
        health.withDetail("dueGroups", status.dueGroups()).withDetail("oldestDueSeconds", status.oldestDueSeconds());
        if (status.failingGroups() > 0) {
            health.withDetail("failingGroups", status.failingGroups());
        }
        status.otherDirectory().ifPresent(why -> health.withDetail("otherDirectory", why));
        if (!status.waitsFor().isEmpty()) {
            health.withDetail("waitsFor", status.waitsFor());
        }
        return health.build();
    }
}
