package io.attestore.server.wiring;

import io.attestore.audit.trail.TrailProjector;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.server.health.KeysHealthIndicator;
import io.attestore.server.health.LogHealthIndicator;
import io.attestore.server.health.ShreddingHealthIndicator;
import io.attestore.server.health.TrailHealthIndicator;
import io.attestore.server.health.VerificationHealthIndicator;
import io.attestore.server.shredding.Shredder;
import io.attestore.server.verify.BackgroundVerification;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of health; which of them readiness is made of, application.yml says. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    HealthIndicator logHealthIndicator(PostgresEventLog log) {
        return new LogHealthIndicator(log);
    }

    @Bean
    HealthIndicator keysHealthIndicator(Shredder shredder) {
        return new KeysHealthIndicator(shredder);
    }

    @Bean
    HealthIndicator shreddingHealthIndicator(Shredder shredder) {
        return new ShreddingHealthIndicator(shredder);
    }

    @Bean
    HealthIndicator trailHealthIndicator(TrailProjector projector) {
        return new TrailHealthIndicator(projector);
    }

    @Bean
    HealthIndicator verificationHealthIndicator(BackgroundVerification verification) {
        return new VerificationHealthIndicator(verification);
    }
}
