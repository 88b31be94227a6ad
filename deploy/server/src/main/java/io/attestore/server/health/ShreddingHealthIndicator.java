package io.attestore.server.health;

import io.attestore.server.shredding.Shredder;
import io.attestore.server.shredding.ShreddingStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while a destruction is not complete although its time is over, whichever node has failed to complete it. Calls are
 * served all the same. Whether this node's directory of keys is the one that the database means, {@link
 * KeysHealthIndicator} says; here it is told as a reason.
 */
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
