package io.attestore.server.health;

import io.attestore.eventlog.LogStatus;
import io.attestore.eventlog.PostgresEventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the log takes appends. */
public final class LogHealthIndicator implements HealthIndicator {

    private final PostgresEventLog log;

    public LogHealthIndicator(PostgresEventLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        return switch (log.status()) {
            case LogStatus.Writable(long head) ->
                Health.up().withDetail("head", head).build();
            case LogStatus.Unavailable(String reason) ->
                Health.outOfService().withDetail("reason", reason).build();
            case LogStatus.Broken(String reason) ->
                Health.down().withDetail("reason", reason).build();
        };
    }
}
