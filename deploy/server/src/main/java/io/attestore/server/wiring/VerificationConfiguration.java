package io.attestore.server.wiring;

import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.Authenticator;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.StoredEvents;
import io.attestore.server.settings.VerificationSettings;
import io.attestore.server.store.Database;
import io.attestore.server.store.StoreKeys;
import io.attestore.server.verify.BackgroundVerification;
import io.attestore.server.verify.DueAgain;
import io.attestore.server.verify.EventsPerSecond;
import io.attestore.server.verify.StoreChecks;
import io.attestore.server.verify.StoreVerification;
import io.attestore.server.verify.StoreVerification.Extent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The verification of the store by the running server. */
@Configuration(proxyBeanMethods = false)
public class VerificationConfiguration {

    /** For the log, for what is compared with it, and for the lock. */
    private static final int CONNECTIONS = 3;

    /** Its statements are short; a database that is silent for longer is gone. */
    private static final Duration SILENCE_LIMIT = Duration.ofMinutes(5);

    @Bean(destroyMethod = "close")
    BackgroundVerification backgroundVerification(
            Database database,
            PostgresEventLog log,
            LogAnchors anchors,
            GroupKeys groupKeys,
            StoreKeys keys,
            @Qualifier("snapshotAuthenticator") Authenticator snapshots,
            EventTypes types,
            VerificationSettings settings,
            MeterRegistry registry,
            Clock clock) {
        var verification = new BackgroundVerification(
                () -> database.openPool("attestore-verification", CONNECTIONS, SILENCE_LIMIT),
                (pool, progress) -> {
                    StoredEvents events = new StoredEvents(pool, new JsonEventCodec(types));
                    return new StoreVerification(
                            new LogVerification(pool, Optional.of(anchors), Optional.of(keys.macs())),
                            events,
                            StoreChecks.of(
                                    pool,
                                    events,
                                    groupKeys,
                                    new DueAgain(pool, groupKeys::newestGeneration),
                                    snapshots,
                                    clock),
                            Extent.BESIDE_OTHER_WORK,
                            new EventsPerSecond(settings.eventsPerSecond()),
                            head -> progress.accept(head.position()));
                },
                log::broke,
                settings,
                clock);
        register(verification, registry);
        return verification;
    }

    /** Not before, so that the start does not wait for it. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> verifyWhenReady(BackgroundVerification verification) {
        return ready -> verification.start();
    }

    private static void register(BackgroundVerification verification, MeterRegistry registry) {
        Gauge.builder(
                        "attestore.verification.findings",
                        () -> verification.status().findingsCount())
                .description("What the newest verification has found that is not as the log says")
                .register(registry);
        Gauge.builder(
                        "attestore.verification.last.whole",
                        () -> verification
                                .status()
                                .lastWhole()
                                .map(Instant::getEpochSecond)
                                .orElse(0L))
                .description(
                        "When this node last found the store whole, in seconds since 1970; 0 if not since its start")
                .baseUnit("seconds")
                .register(registry);
    }
}
