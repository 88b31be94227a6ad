package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.contract.MemorySeal;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.seal.RowMacs;
import io.attestore.eventlog.seal.SealRefusedException;
import io.attestore.eventlog.seal.SealState;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.eventlog.verification.VerificationResult.Intact;
import io.attestore.events.log.LogSealed;
import io.attestore.events.log.LogUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of before there were MACs: sealed once, wherever a crash comes, and nothing else with them. */
class LogSealerTest {

    private static final int EVENTS = 12;

    /** More than a page. */
    private static final int MANY = 2_500;

    @TempDir
    Path folder;

    private final PostgresLogFixture fixture = new PostgresLogFixture();
    private final DatabaseOwner owner = new DatabaseOwner(fixture);
    private final MemorySeal seal = new MemorySeal();

    @AfterEach
    void close() {
        fixture.closeUnchecked();
    }

    @Test
    void a_new_log_is_sealed_from_its_first_event_on() throws Exception {
        fixture.seal = seal;
        try (LogUnderTest log = fixture.open()) {
            assertThat(seal.state()).isInstanceOf(SealState.Sealed.class);
            assertThat(log.append(new Opened("a")).get(10, TimeUnit.SECONDS)).isZero();
        }
        assertThat(fixture.verify()).isInstanceOf(Intact.class);
    }

    @Test
    void a_log_of_before_is_sealed_once_and_records_that() throws Exception {
        new LogOfBefore(fixture, EVENTS);
        fixture.seal = seal;
        try (LogUnderTest log = fixture.open()) {
            assertThat(log.source(LogUnderTest.account("a3")).events()).containsExactly(new Opened("a3"));
            log.append(new Seen("a", "me")).get(10, TimeUnit.SECONDS);
        }
        fixture.open().close();

        assertSealed(EVENTS, EVENTS + 2);
    }

    @Test
    void a_crash_at_any_step_is_gone_on_from() throws Exception {
        new LogOfBefore(fixture, MANY);
        fixture.seal = new CrashingSeal(seal, true);
        assertThatThrownBy(fixture::open).hasMessage("crash after the keys");
        assertThat(seal.state()).isInstanceOf(SealState.Sealing.class);

        fixture.seal = seal;
        fixture.execute("""
                create function crash() returns trigger language plpgsql as $$ begin raise 'crash'; end $$;
                create trigger crash before update on event_log_0 for each row when (new.position = 2300)
                    execute function crash()
                """);
        assertThatThrownBy(fixture::open).isInstanceOf(LogUnavailableException.class);
        assertThat(rowsWithMac()).isBetween(1L, MANY - 1L);
        fixture.execute("drop trigger crash on event_log_0");

        fixture.seal = new CrashingSeal(seal, false);
        assertThatThrownBy(fixture::open).hasMessage("crash before the end");
        assertThat(seal.state()).isInstanceOf(SealState.Sealing.class);

        fixture.seal = seal;
        fixture.open().close();
        assertSealed(MANY, MANY + 1);
    }

    @Test
    void servers_that_start_together_seal_it_once() throws Exception {
        new LogOfBefore(fixture, MANY);
        fixture.seal = seal;
        CompletableFuture<LogUnderTest> other = CompletableFuture.supplyAsync(fixture::open);
        fixture.open().close();
        other.get(30, TimeUnit.SECONDS).close();
        assertSealed(MANY, MANY + 1);
    }

    @Test
    void a_log_that_is_broken_is_not_sealed() throws Exception {
        new LogOfBefore(fixture, EVENTS);
        fixture.tamper("update event_log set payload = '{\"account\":\"mallory\"}' where position = 3");
        assertRefused("broken at position 3");
    }

    @Test
    void a_log_that_its_anchors_contradict_is_not_sealed() throws Exception {
        LogHead head = new LogOfBefore(fixture, EVENTS).head();
        LogAnchors anchors = LogAnchors.open(folder.resolve("anchors"), bytes -> new byte[] {(byte) bytes.length});
        anchors.append(new LogHead(5, head.hash()), Instant.EPOCH);
        anchors.append(head, Instant.EPOCH);
        fixture.anchorIn(anchors);
        assertRefused("broken at position 5: An anchor says otherwise");
    }

    @Test
    void what_comes_in_while_a_log_is_half_sealed_is_not_sealed_with_it() throws Exception {
        new LogOfBefore(fixture, EVENTS);
        crashAfterTheKeys();
        owner.append(new Opened("mallory"));
        assertRefused("something else wrote the event at position " + EVENTS);
        owner.append(new Opened("mallory"));
        assertRefused("sealing it began when it ended at " + (EVENTS - 1));
    }

    @Test
    void what_is_changed_while_a_log_is_half_sealed_is_not_sealed_with_it() throws Exception {
        new LogOfBefore(fixture, EVENTS);
        crashAfterTheKeys();
        fixture.tamper("alter table event_log drop constraint event_log_has_mac;"
                + " update event_log set payload = '{\"account\":\"mallory\"}' where position = 3");
        owner.recomputeChain();
        assertRefused("its head is not the one that it had");
        assertThat(rowsWithMac()).isZero();
    }

    @Test
    void a_mac_of_other_keys_in_a_log_that_is_half_sealed_is_refused() throws Exception {
        new LogOfBefore(fixture, EVENTS);
        crashAfterTheKeys();
        fixture.execute("update event_log set mac = sha256('x') where position = 3");
        assertThatThrownBy(fixture::open)
                .isInstanceOf(SealRefusedException.class)
                .hasMessageContaining("The event at position 3 carries a MAC under other keys");
    }

    @Test
    void a_server_of_the_version_before_cannot_write_any_more() throws Exception {
        LogHead head = new LogOfBefore(fixture, EVENTS).head();
        fixture.seal = seal;
        fixture.open().close();
        try (Connection connection = fixture.plain().getConnection()) {
            List<LogRow> rows = LogRows.page(connection, 3, 3, 1);
            assertThatThrownBy(() -> LogOfBefore.append(connection, head, rows))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not exist");
        }
        assertThatThrownBy(() -> fixture.execute("insert into event_log select position + 100, event_id, type, version,"
                        + " occurred_at, tags, metadata, payload, hash from event_log where position = 3"))
                .hasMessageContaining("event_log_has_mac");
    }

    private void crashAfterTheKeys() {
        fixture.seal = new CrashingSeal(seal, true);
        assertThatThrownBy(fixture::open).hasMessage("crash after the keys");
        fixture.seal = seal;
    }

    private void assertRefused(String words) {
        fixture.seal = seal;
        assertThatThrownBy(fixture::open).isInstanceOf(BrokenLogException.class).hasMessageContaining(words);
        assertThat(seal.state()).isInstanceOf(SealState.Sealing.class);
    }

    private void assertSealed(int through, int positions) throws Exception {
        assertThat(seal.state()).isInstanceOf(SealState.Sealed.class);
        assertThat(rowsWithMac()).isEqualTo(positions);
        assertThat(fixture.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.positions()).isEqualTo(positions));
        try (LogUnderTest log = fixture.open()) {
            assertThat(log.reader().at(List.of((long) through)).getFirst().event())
                    .isEqualTo(new LogSealed(through - 1, Optional.empty()));
            assertThat(log.reader().head()).isEqualTo(positions - 1);
        }
    }

    private long rowsWithMac() throws SQLException {
        try (Connection connection = fixture.plain().getConnection()) {
            return LogRows.page(connection, 0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                    .filter(row -> row.mac().length == 16)
                    .count();
        }
    }

    /** A seal that is durable, and a server that does not live to go on. */
    private record CrashingSeal(LogSeal durable, boolean afterTheKeys) implements LogSeal {

        @Override
        public SealState state() {
            return durable.state();
        }

        @Override
        public void begin(LogHead through) {
            durable.begin(through);
            if (afterTheKeys) {
                throw new IllegalStateException("crash after the keys");
            }
        }

        @Override
        public void complete() {
            throw new IllegalStateException("crash before the end");
        }

        @Override
        public RowMacs macs() {
            return durable.macs();
        }
    }
}
