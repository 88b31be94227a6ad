package io.attestore.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.audit.trail.Trail;
import io.attestore.audit.trail.TrailDamage;
import io.attestore.audit.trail.TrailProjector;
import io.attestore.audit.trail.TrailSeal;
import io.attestore.audit.trail.TrailSettings;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.LogLimits;
import io.attestore.server.store.Database;
import io.attestore.server.store.LogConventions;
import io.attestore.server.store.StoreKeys;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The searchable trail, what seals its index, and the projector that keeps it up with the log. */
@Configuration(proxyBeanMethods = false)
public class TrailConfiguration {

    @Bean
    TrailSettings trailSettings() {
        return TrailSettings.DEFAULT;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource trailPool(Ground ground, Database database, JdbcSettings jdbc, LogLimits limits) {
        ground.awaitTables();
        return database.openPool("attestore-trail", jdbc.connectionsMax() / 2, limits.databaseTimeout());
    }

    @Bean(destroyMethod = "close")
    @DependsOn("eventLog")
    Authenticator trailAuthenticator(StoreKeys keys) {
        return keys.authenticator(LogConventions.TRAIL_PURPOSE);
    }

    @Bean
    TrailSeal trailSeal(@Qualifier("trailAuthenticator") Authenticator authenticator, SecureRandom random) {
        return new TrailSeal(authenticator, random);
    }

    @Bean
    TrailDamage trailDamage(MeterRegistry registry) {
        TrailDamage damage = new TrailDamage();
        FunctionCounter.builder("attestore.trail.damage", damage, TrailDamage::times)
                .description("Indexes of the trail that were found damaged since the start")
                .register(registry);
        Gauge.builder("attestore.trail.damaged", damage, found -> found.reason().isPresent() ? 1 : 0)
                .description("1 from when the index of the trail was found damaged until it is built anew")
                .register(registry);
        return damage;
    }

    @Bean
    Trail trail(
            @Qualifier("trailPool") HikariDataSource pool,
            PostgresEventLog log,
            TrailSettings settings,
            TrailSeal seal,
            TrailDamage damage) {
        return new Trail(pool, log, settings, seal, damage);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    TrailProjector trailProjector(
            @Qualifier("trailPool") HikariDataSource pool,
            PostgresEventLog log,
            TrailSettings settings,
            TrailSeal seal,
            TrailDamage damage) {
        return new TrailProjector(pool, log, settings, seal, damage);
    }
}
