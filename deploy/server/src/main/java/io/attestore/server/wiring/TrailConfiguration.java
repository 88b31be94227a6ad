package io.attestore.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.audit.trail.Trail;
import io.attestore.audit.trail.TrailProjector;
import io.attestore.audit.trail.TrailSettings;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.LogLimits;
import io.attestore.server.store.Database;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The searchable trail, and the projector that keeps it up with the log. */
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

    @Bean
    Trail trail(@Qualifier("trailPool") HikariDataSource pool, PostgresEventLog log, TrailSettings settings) {
        return new Trail(pool, log, settings);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    TrailProjector trailProjector(
            @Qualifier("trailPool") HikariDataSource pool, PostgresEventLog log, TrailSettings settings) {
        return new TrailProjector(pool, log, settings);
    }
}
