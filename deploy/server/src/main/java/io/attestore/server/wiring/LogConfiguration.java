package io.attestore.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.cryptography.group.GroupKeyFile;
import io.attestore.cryptography.group.GroupKeys;
import io.attestore.cryptography.root.RootKey;
import io.attestore.entities.vault.KeyVault;
import io.attestore.eventlog.PostgresEventLog;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.codec.EventTypes;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.events.log.KeyGroupTable;
import io.attestore.server.settings.JdbcSettings;
import io.attestore.server.settings.LogLimits;
import io.attestore.server.settings.MemorySettings;
import io.attestore.server.settings.ShreddingSettings;
import io.attestore.server.settings.StoreSettings;
import io.attestore.server.shredding.OlderKeyRows;
import io.attestore.server.shredding.ReceiptLog;
import io.attestore.server.store.Database;
import io.attestore.server.store.GroupKeyFiles;
import io.attestore.server.store.KeysDirectoryClaim;
import io.attestore.server.store.LogConventions;
import io.attestore.server.store.RootKeyCheck;
import io.attestore.server.store.RunningDatabase;
import io.attestore.server.store.StoreAnchors;
import io.attestore.server.store.StoreKeys;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log, its anchors and the keys beside it. */
@Configuration(proxyBeanMethods = false)
public class LogConfiguration {

    private static final int LOG_CONNECTIONS_MIN = 6;

    /** Tells other commands where the embedded database is, for as long as it runs. */
    @Bean
    RunningDatabaseNote runningDatabaseNote(Database database, StoreSettings store) {
        return new RunningDatabaseNote(database, store);
    }

    /** What a call has to look up may take as long as its append. The log's own threads set their own limits. */
    @Bean(destroyMethod = "close")
    HikariDataSource logPool(Database database, JdbcSettings jdbc, LogLimits limits) {
        return database.openPool(
                "attestore-log", Math.max(LOG_CONNECTIONS_MIN, jdbc.connectionsMax() / 2), limits.appendTimeLimit());
    }

    @Bean
    EventTypes eventTypes() {
        return LogConventions.eventTypes();
    }

    /** Whoever asks it for keys comes after the log: opening that makes them, the first time. */
    @Bean(destroyMethod = "close")
    StoreKeys storeKeys(
            StoreSettings store, RootKey rootKey, Database database, LogLimits limits, SecureRandom random) {
        return new StoreKeys(store, rootKey, database.isEmbedded() || limits.sealWithoutAnchors(), random);
    }

    @Bean(destroyMethod = "close")
    StoreAnchors storeAnchors(StoreKeys keys, RootKey rootKey) {
        return new StoreAnchors(keys, rootKey);
    }

    @Bean
    LogAnchors logAnchors(StoreSettings store, StoreAnchors signature) {
        return LogAnchors.open(store.anchors(), signature);
    }

    @Bean(destroyMethod = "close")
    PostgresEventLog eventLog(
            @Qualifier("logPool") HikariDataSource pool,
            Database database,
            EventTypes types,
            LogLimits limits,
            StoreKeys keys,
            LogAnchors anchors,
            MeterRegistry registry,
            Clock clock,
            Progress progress) {
        progress.tell("Opening the log");
        // Of a large store of a version before, a step of the schema takes longer than a call may.
        try (HikariDataSource patient = database.openPatientPool("attestore-schema", 2)) {
            PostgresEventLog log = PostgresEventLog.open(
                    patient,
                    pool,
                    new JsonEventCodec(types),
                    limits.toLogSettings(),
                    keys,
                    Optional.of(anchors),
                    registry,
                    clock);
            progress.tell("The log has " + (log.head() + 1) + " events");
            return log;
        }
    }

    /** After the log: its schema knows of groups. */
    @Bean(destroyMethod = "close")
    GroupKeyFile groupKeyFile(
            RootKey rootKey,
            PostgresEventLog log,
            @Qualifier("logPool") HikariDataSource pool,
            StoreSettings store,
            ShreddingSettings shredding,
            SecureRandom random) {
        return GroupKeyFiles.open(store, shredding.groups(), rootKey, pool, random);
    }

    @Bean
    KeysDirectoryClaim keysDirectoryClaim(
            GroupKeyFile file,
            @Qualifier("logPool") HikariDataSource pool,
            StoreSettings store,
            SecureRandom random,
            Progress progress) {
        KeysDirectoryClaim claim = new KeysDirectoryClaim(file, store.keys(), random);
        claim.claim(pool, progress::tell);
        return claim;
    }

    /** After the claim: nothing is wrapped under keys of another directory. */
    @Bean
    GroupKeys groupKeys(GroupKeyFile file, KeysDirectoryClaim claimed, PostgresEventLog log, SecureRandom random) {
        KeyGroupTable table = log.keyGroups();
        return new GroupKeys(file, table::generation, table::refusals, random);
    }

    @Bean
    ReceiptLog receiptLog(PostgresEventLog log, EventTypes types, Clock clock) {
        return new ReceiptLog(log, types, clock);
    }

    /** The keys of a store of a version before are moved under group keys first: the vault opens no others. */
    @Bean
    KeyVault keyVault(
            RootKey rootKey,
            GroupKeys groupKeys,
            PostgresEventLog log,
            Database database,
            @Qualifier("logPool") HikariDataSource pool,
            ReceiptLog receipts,
            StoreSettings store,
            SecureRandom random,
            MemorySettings memory,
            Progress progress) {
        RootKeyCheck.requireSame(rootKey, groupKeys, pool, store);
        new OlderKeyRows(rootKey, groupKeys, log, log.tagReader(), receipts, progress::tell)
                .group(pool, () -> database.openPatientPool("attestore-upgrade", 1));
        return new KeyVault(groupKeys, log.keyTable(), random, memory.keysMax());
    }

    /** The note lies there from the database's start until just before its end. */
    static final class RunningDatabaseNote implements AutoCloseable {

        private final StoreSettings store;

        RunningDatabaseNote(Database database, StoreSettings store) {
            this.store = store;
            if (database.isEmbedded()) {
                RunningDatabase.write(store.runningDatabase(), database.connection());
            }
        }

        @Override
        public void close() {
            RunningDatabase.remove(store.runningDatabase());
        }
    }
}
