package io.attestore.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.eventlog.LogStatus;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.server.management.ShredEndpoint;
import io.attestore.server.settings.ShreddingSettings;
import io.attestore.server.shredding.KeyGroupRoller;
import io.attestore.server.shredding.ReceiptLog;
import io.attestore.server.shredding.Shredder;
import io.attestore.server.shredding.ShreddingMetrics;
import io.attestore.server.store.KeysDirectoryClaim;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The completing of destructions. */
@Configuration(proxyBeanMethods = false)
public class ShreddingConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    Shredder shredder(
            @Qualifier("workPool") HikariDataSource pool,
            PostgresEventLog log,
            GroupKeyFile file,
            GroupKeys keys,
            KeysDirectoryClaim directory,
            ReceiptLog receipts,
            ShreddingSettings settings,
            SecureRandom random,
            MeterRegistry registry) {
        KeyGroupRoller roller =
                new KeyGroupRoller(file, keys, directory, receipts, random, settings.ignoredReceivers());
        Shredder shredder =
                new Shredder(pool, roller, () -> log.status() instanceof LogStatus.Writable, settings.within());
        ShreddingMetrics.register(shredder, registry);
        return shredder;
    }

    @Bean
    ShredEndpoint shredEndpoint(Shredder shredder) {
        return new ShredEndpoint(shredder);
    }
}
