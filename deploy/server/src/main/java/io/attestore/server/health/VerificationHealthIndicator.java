package io.attestore.server.health;

import io.attestore.server.verify.BackgroundVerification;
import io.attestore.server.verify.VerificationStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while the newest verification has found something that is not as the log says. No part of readiness: what is
 * still whole is served, and what is not fails by itself.
 */
public final class VerificationHealthIndicator implements HealthIndicator {

    private static final int SHOWN_MAX = 10;

    private final BackgroundVerification verification;

    public VerificationHealthIndicator(BackgroundVerification verification) {
        this.verification = verification;
    }

    @Override
    public Health health() {
        VerificationStatus status = verification.status();
        Health.Builder health = status.findingsCount() == 0 ? Health.up() : Health.down();
        if (status.findingsCount() > 0) {
            health.withDetail("findings", status.findingsCount())
                    .withDetail(
                            "first", status.findings().stream().limit(SHOWN_MAX).toList());
        }
        status.lastWhole().ifPresent(at -> health.withDetail("lastWhole", at.toString()));
        status.failure().ifPresent(reason -> health.withDetail("failure", reason));
        if (status.position() >= 0) {
            health.withDetail("position", status.position());
        }
        return health.build();
    }
}
