package io.attestore.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.audit.changes.ChangeDeliverer;
import io.attestore.audit.changes.DeliveryStatus;
import io.attestore.audit.trail.TrailProjector;
import io.attestore.entities.hot.HotStates;
import io.attestore.entities.hot.StateCache;
import io.attestore.eventlog.LogStatus;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.server.call.DurableCommands;
import io.attestore.server.duework.DueWorkRunner;
import io.attestore.server.duework.ExpectedByStates;
import io.attestore.server.management.RebuildEndpoint;
import io.attestore.server.management.WebhookFigures;
import io.attestore.server.management.WebhooksEndpoint;
import io.attestore.server.settings.LogLimits;
import io.attestore.server.settings.WebhookSettings;
import io.attestore.server.snapshots.StoredSnapshots;
import io.attestore.server.store.Database;
import io.attestore.server.warmup.WarmUp;
import io.attestore.server.wiring.services.ServiceRegistrations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server does by itself, behind the calls: due work, the telling of changes, and what is read ahead. */
@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

    /** For due work, for states to be stored, for groups of keys to be rolled, and for whoever asks how things stand. */
    private static final int CONNECTIONS = 4;

    @Bean(destroyMethod = "close")
    HikariDataSource workPool(Ground ground, Database database, WebhookSettings webhooks, LogLimits limits) {
        ground.awaitTables();
        return database.openPool(
                "attestore-work", CONNECTIONS + webhooks.webhooks().size(), limits.databaseTimeout());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    DueWorkRunner dueWorkRunner(
            @Qualifier("workPool") HikariDataSource pool,
            PostgresEventLog log,
            DurableCommands commands,
            HotStates states,
            Clock clock) {
        return new DueWorkRunner(
                ServiceRegistrations.DUE_WORK,
                pool,
                log,
                () -> log.status() instanceof LogStatus.Writable,
                commands,
                new ExpectedByStates(ServiceRegistrations.DUE_WORK, log, states::latest),
                clock);
    }

    @Bean(destroyMethod = "close")
    WarmUp warmUp(PostgresEventLog log, HotStates states) {
        return new WarmUp(ServiceRegistrations.READ_AHEAD, log, states::latest);
    }

    /** Not before, so that the start does not wait for it. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> whenReady(WarmUp warmUp) {
        return ready -> warmUp.start();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ChangeDeliverer changeDeliverer(
            @Qualifier("workPool") HikariDataSource pool,
            PostgresEventLog log,
            WebhookSettings settings,
            MeterRegistry registry,
            Clock clock) {
        var deliverer = new ChangeDeliverer(settings.open(), pool, log, settings.toDeliverySettings(), clock);
        var figures = new WebhookFigures(deliverer::status, System::nanoTime);
        settings.webhooks().forEach(target -> {
            gauge("attestore.webhook.lag", target.name(), figures, DeliveryStatus::lag, registry);
            gauge("attestore.webhook.attempts", target.name(), figures, DeliveryStatus::attempts, registry);
            gauge("attestore.webhook.dead.letters", target.name(), figures, DeliveryStatus::deadLetters, registry);
        });
        return deliverer;
    }

    @Bean
    RebuildEndpoint rebuildEndpoint(
            PostgresEventLog log,
            TrailProjector trail,
            DueWorkRunner dueWork,
            StateCache states,
            StoredSnapshots snapshots) {
        return new RebuildEndpoint(log, trail, dueWork, () -> {
            snapshots.clear();
            states.clear();
        });
    }

    @Bean
    WebhooksEndpoint webhooksEndpoint(ChangeDeliverer deliverer) {
        return new WebhooksEndpoint(deliverer);
    }

    private static void gauge(
            String name,
            String webhook,
            WebhookFigures figures,
            ToDoubleFunction<DeliveryStatus> figure,
            MeterRegistry registry) {
        Gauge.builder(name, figures, asked -> asked.of(webhook, figure))
                .tag("webhook", webhook)
                .strongReference(true)
                .register(registry);
    }
}
