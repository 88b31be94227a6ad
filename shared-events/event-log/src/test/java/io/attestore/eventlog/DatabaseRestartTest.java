package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.AccountEvents;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.VerificationResult.Intact;
import io.attestore.events.Event;
import io.attestore.events.log.RecordedEvent;
import io.attestore.postgres.EmbeddedPostgres;
import io.attestore.postgres.EmbeddedPostgresSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database goes away under load and comes back: nothing that was acknowledged is missing. */
class DatabaseRestartTest {

    @Test
    void what_was_acknowledged_survives_a_restart_of_the_database_under_load() throws Exception {
        Path folder = Files.createTempDirectory("event-log-restart");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedPostgresSettings settings = EmbeddedPostgresSettings.in(folder.resolve("postgres"))
                .withPort(freePort())
                .withSharedBuffersMegabytes(16);
        EmbeddedPostgres server = EmbeddedPostgres.start(settings);
        try (HikariDataSource pool = server.connection().openPool("restart", 10)) {
            pool.setConnectionTimeout(1_000);
            try (PostgresEventLog engine = open(pool)) {
                LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
                Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
                Set<Event> refused = ConcurrentHashMap.newKeySet();
                AtomicBoolean stop = new AtomicBoolean();
                Thread[] callers = new Thread[16];
                for (int i = 0; i < callers.length; i++) {
                    callers[i] = Thread.startVirtualThread(() -> appendUntil(stop, log, acknowledged, refused));
                }
                awaitMoreThan(acknowledged, 200);
                server.close();
                Thread.sleep(500);
                server = EmbeddedPostgres.start(settings);
                awaitMoreThan(acknowledged, acknowledged.size() + 200);
                stop.set(true);
                for (Thread caller : callers) {
                    caller.join();
                }
                awaitWritable(engine);

                List<RecordedEvent> inLog = engine.read(0, Integer.MAX_VALUE);
                assertThat(inLog.stream().map(RecordedEvent::position)).containsAll(acknowledged);
                assertThat(inLog.stream().map(RecordedEvent::event).filter(refused::contains))
                        .isEmpty();
            }
            assertThat(new LogVerification(pool, Optional.empty(), Optional.empty())
                            .verify(LogVerification.BEGINNING, checkpoint -> {}, () -> false))
                    .isInstanceOf(Intact.class);
        } finally {
            server.close();
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static PostgresEventLog open(HikariDataSource pool) {
        LogSettings settings = LogSettings.defaults()
                .withDatabase(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMillis(300));
        return PostgresEventLog.open(
                pool,
                pool,
                new JsonEventCodec(AccountEvents.CATALOGUE),
                settings,
                new MemorySeal(),
                Optional.empty(),
                new SimpleMeterRegistry(),
                Clock.fixed(LogUnderTest.NOON, ZoneOffset.UTC));
    }

    private static void appendUntil(AtomicBoolean stop, LogUnderTest log, Set<Long> acknowledged, Set<Event> refused) {
        while (!stop.get()) {
            Event event = new Seen("a", UUID.randomUUID().toString());
            try {
                acknowledged.add(log.append(event).join());
            } catch (CompletionException e) {
                if (e.getCause().getMessage().endsWith("not recorded")) {
                    refused.add(event);
                }
            }
        }
    }

    private static void awaitMoreThan(Set<Long> acknowledged, int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (acknowledged.size() <= count && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(acknowledged).hasSizeGreaterThan(count);
    }

    /** The node's own look at the database, every 300 ms here, may come after the first appends. */
    private static void awaitWritable(PostgresEventLog engine) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(engine.status() instanceof LogStatus.Writable) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(engine.status()).isInstanceOf(LogStatus.Writable.class);
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
