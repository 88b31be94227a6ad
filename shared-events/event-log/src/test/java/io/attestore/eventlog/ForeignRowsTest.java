package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.seal.SealRefusedException;
import io.attestore.eventlog.verification.VerificationResult.Broken;
import io.attestore.eventlog.verification.VerificationResult.Intact;
import io.attestore.events.log.LogUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever owns the database, knows the code and computes the public chain as we do, but has not the store's keys: what he
 * writes is not believed, and what he takes away is missed.
 */
class ForeignRowsTest {

    private static final int EVENTS = 12;
    private static final String STRIPPED = "alter table event_log drop constraint event_log_has_mac;";

    @TempDir
    Path folder;

    private final PostgresLogFixture fixture = new PostgresLogFixture();
    private final DatabaseOwner owner = new DatabaseOwner(fixture);

    @BeforeEach
    void writeALog() throws Exception {
        try (LogUnderTest log = fixture.open()) {
            for (int i = 0; i < EVENTS; i++) {
                log.append(new Opened("a" + i)).get(10, TimeUnit.SECONDS);
            }
        }
    }

    @AfterEach
    void close() {
        fixture.closeUnchecked();
    }

    @Test
    void a_well_formed_event_that_was_inserted_stops_the_start() throws SQLException {
        owner.append(new Opened("mallory"));

        assertThat(fixture.verifyWithoutMacs()).isInstanceOf(Intact.class);
        assertNotOpened("position " + EVENTS, "does not carry this store's MAC");
        assertThat(fixture.verify()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(EVENTS);
            assertThat(broken.reason()).contains("none of its servers wrote it");
        });
    }

    @Test
    void a_well_formed_event_that_was_inserted_stops_the_servers_that_run() throws Exception {
        try (PostgresEventLog engine = fixture.openLog(settings -> settings)) {
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            owner.append(new Opened("mallory"));
            assertThat(log.append(new Seen("a", "me"))).failsWithin(10, TimeUnit.SECONDS);
            awaitBroken(engine);
            assertThat(engine.head()).isEqualTo(EVENTS - 1);
            assertThat(log.source(LogUnderTest.account("mallory")).events()).isEmpty();
        }
    }

    @Test
    void an_idle_server_notices_a_well_formed_event_too() throws Exception {
        try (PostgresEventLog engine = fixture.openLog(settings -> settings)) {
            owner.append(new Opened("mallory"));
            awaitBroken(engine);
        }
    }

    @Test
    void rows_with_the_mac_of_another_store_are_foreign() throws SQLException {
        owner.append(new Opened("mallory"), new MemorySeal());
        assertNotOpened("position " + EVENTS, "does not carry this store's MAC");
    }

    @Test
    void an_event_that_was_changed_with_all_the_chain_recomputed_stops_the_start() throws SQLException {
        fixture.tamper("update event_log set payload = '{\"account\":\"mallory\"}' where position = 3");
        owner.recomputeChain();

        assertThat(fixture.verifyWithoutMacs()).isInstanceOf(Intact.class);
        assertThatThrownBy(() -> fixture.open(settings -> settings.withWindow(3, 1 << 20)))
                .isInstanceOf(BrokenLogException.class)
                .hasMessageContaining("does not carry this store's MAC");
    }

    @Test
    void an_old_event_that_was_changed_reaches_nobody() throws Exception {
        fixture.tamper("update event_log set payload = '{\"account\":\"mallory\"}' where position = 3");
        assertUnreadable(log -> log.source(LogUnderTest.account("a3")));
        assertUnreadable(log -> log.reader().read(0, 6));
        assertUnreadable(log -> log.reader().at(List.of(1L, 3L)));
    }

    @Test
    void old_events_that_were_taken_away_are_missed() throws Exception {
        fixture.tamper("delete from event_log where position = 3");
        assertUnreadable(log -> log.source(LogUnderTest.account("a3")));
        assertUnreadable(log -> log.reader().read(0, 6));
        assertUnreadable(log -> log.reader().at(List.of(1L, 3L)));
    }

    @Test
    void a_condition_is_not_answered_by_an_old_event_that_was_changed() throws Exception {
        fixture.tamper("update event_log set tags = '{}' where position = 3");
        assertUnreadable(log -> log.appendIf(
                        AppendCondition.withCriteria(LogUnderTest.account("a3"))
                                .withMarker(new GlobalIndexConsistencyMarker(1)),
                        new Opened("z"))
                .join());
    }

    @Test
    void a_partition_cannot_be_truncated_and_is_missed_if_it_was() throws Exception {
        assertThatThrownBy(() -> fixture.execute("truncate event_log_0")).hasMessageContaining("append-only");
        try (PostgresEventLog engine = fixture.openLog(settings -> settings.withWindow(3, 1 << 20))) {
            fixture.tamper("truncate event_log_0");
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            assertThatThrownBy(() -> log.reader().read(0, 3)).isInstanceOf(LogUnavailableException.class);
            awaitBroken(engine);
        }
        assertThat(fixture.verify()).isInstanceOf(Broken.class);
    }

    @Test
    void every_partition_refuses_to_be_truncated_that_is_made_later_too() throws Exception {
        try (LogUnderTest small = fixture.open(settings -> settings.withPositionsPerPartition(1 << 20))) {
            assertThat(small.reader().head()).isEqualTo(EVENTS - 1);
        }
        List<String> partitions = owner.partitions();
        assertThat(partitions).hasSizeGreaterThan(1);
        for (String partition : partitions) {
            assertThatThrownBy(() -> fixture.execute("truncate " + partition)).hasMessageContaining("append-only");
        }
    }

    @Test
    void macs_that_were_stripped_are_missed() throws SQLException {
        fixture.tamper(STRIPPED + " update event_log set mac = null");
        assertNotOpened("does not carry this store's MAC");
    }

    @Test
    void a_mac_is_written_once_and_nothing_else_of_a_row() throws SQLException {
        assertThatThrownBy(() -> fixture.execute("update event_log set mac = 'x' where position = 3"))
                .hasMessageContaining("append-only");
        fixture.tamper(STRIPPED + " update event_log set mac = null where position = 3");
        assertThatThrownBy(() -> fixture.execute("update event_log set mac = 'x', version = '2' where position = 3"))
                .hasMessageContaining("append-only");
        fixture.execute("update event_log set mac = 'x' where position = 3");
    }

    @Test
    void a_server_without_the_keys_of_a_sealed_log_does_not_start() {
        fixture.seal = new MemorySeal();
        assertThatThrownBy(fixture::open)
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining("Servers on one database share that directory");
    }

    @Test
    void a_database_that_says_written_and_writes_nothing_is_not_believed() throws Exception {
        try (PostgresEventLog engine = fixture.openLog(settings -> settings)) {
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            owner.replaceAppendBy("return true;");
            CompletableFuture<Long> append = log.append(new Seen("a", "me"));
            assertThat(append).failsWithin(10, TimeUnit.SECONDS);
            assertThat(engine.status())
                    .isInstanceOfSatisfying(
                            LogStatus.Broken.class,
                            broken -> assertThat(broken.reason()).contains("are written, and they are not there"));
            assertThat(log.append(new Seen("a", "me"))).isCompletedExceptionally();
        }
    }

    @Test
    void a_database_that_writes_something_else_is_not_believed() throws Exception {
        try (PostgresEventLog engine = fixture.openLog(settings -> settings)) {
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            owner.replaceAppendBy("insert into event_log select known_position + 1, event_id, 'test.Seen', version,"
                    + " occurred_at, '{}', metadata, payload, hash, mac from event_log where position = 0;"
                    + " return true;");
            assertThat(log.append(new Seen("a", "me"))).failsWithin(10, TimeUnit.SECONDS);
            awaitBroken(engine);
        }
    }

    @Test
    void a_start_looks_at_the_anchors_in_the_database_too() throws Exception {
        Path file = folder.resolve("anchors");
        anchorIn(file);
        try (LogUnderTest log = fixture.open()) {
            log.append(new Opened("early")).get(10, TimeUnit.SECONDS);
        }
        byte[] early = Files.readAllBytes(file);
        anchorIn(file);
        try (LogUnderTest log = fixture.open()) {
            log.append(new Opened("late")).get(10, TimeUnit.SECONDS);
        }
        Files.write(file, early); // the file as it was in an older backup
        anchorIn(file);
        fixture.tamper("delete from event_log where position = " + (EVENTS + 1)
                + "; insert into log_anchor values (1000000, sha256('x'), now(), sha256('y'))");

        assertNotOpened("position " + (EVENTS + 1), "was anchored at");
    }

    private interface Use {
        Object of(LogUnderTest log) throws Exception;
    }

    /** For a server that has the event in question no more in memory. */
    private void assertUnreadable(Use use) throws Exception {
        try (PostgresEventLog engine = fixture.openLog(settings -> settings.withWindow(3, 1 << 20))) {
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            assertThatThrownBy(() -> use.of(log)).hasStackTraceContaining("BrokenLogException");
            assertThat(engine.status()).isInstanceOf(LogStatus.Broken.class);
            assertThat(log.append(new Seen("a", "me"))).isCompletedExceptionally();
        }
    }

    private void assertNotOpened(String... words) {
        assertThatThrownBy(fixture::open).isInstanceOf(BrokenLogException.class).hasMessageContainingAll(words);
    }

    private void anchorIn(Path file) {
        fixture.anchorIn(LogAnchors.open(file, bytes -> new byte[] {(byte) bytes.length, 7}));
    }

    private static void awaitBroken(PostgresEventLog engine) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!(engine.status() instanceof LogStatus.Broken) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(engine.status()).isInstanceOf(LogStatus.Broken.class);
    }
}
