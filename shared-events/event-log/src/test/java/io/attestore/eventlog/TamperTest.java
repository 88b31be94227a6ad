package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.table.HashChain;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.verification.LogVerification;
import io.attestore.eventlog.verification.VerificationResult;
import io.attestore.eventlog.verification.VerificationResult.Broken;
import io.attestore.eventlog.verification.VerificationResult.Intact;
import io.attestore.eventlog.verification.VerificationResult.Stopped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever changes the log is found: by the chain, and where the chain was made to fit, by the anchors. What the MACs show
 * besides is in {@link ForeignRowsTest}.
 */
class TamperTest {

    private static final int EVENTS = 30;

    @TempDir
    Path folder;

    private final PostgresLogFixture fixture = new PostgresLogFixture();

    @BeforeEach
    void writeALogAndAnchorIt() throws Exception {
        fixture.anchorIn(anchors());
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
    void the_untouched_log_is_intact_with_its_anchor() throws SQLException {
        assertThat(fixture.verify()).isInstanceOfSatisfying(Intact.class, intact -> {
            assertThat(intact.positions()).isEqualTo(EVENTS);
            assertThat(intact.headHash()).hasSize(64);
            assertThat(intact.anchors()).isEqualTo(1);
        });
    }

    @Test
    void the_table_refuses_plain_changes() {
        assertThatThrownBy(() -> fixture.execute("update event_log set version = '2' where position = 7"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> fixture.execute("delete from event_log_0 where position = 7"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> fixture.execute("truncate event_log")).hasMessageContaining("append-only");
    }

    @Test
    void a_changed_payload_is_found() throws SQLException {
        assertBroken(7, "update event_log set payload = payload || ' '::bytea where position = 7");
    }

    @Test
    void every_column_is_covered() throws SQLException {
        assertBroken(20, "update event_log set event_id = gen_random_uuid() where position = 20");
        assertBroken(19, "update event_log set type = 'test.Seen' where position = 19");
        assertBroken(18, "update event_log set version = '2' where position = 18");
        assertBroken(17, "update event_log set occurred_at = occurred_at + interval '1 us' where position = 17");
        assertBroken(16, "update event_log set tags = '{}' where position = 16");
        assertBroken(15, "update event_log set metadata = '{}' where position = 15");
        assertBroken(14, "update event_log set hash = sha256('x') where position = 14");
    }

    @Test
    void a_row_that_the_log_never_writes_is_found_where_it_is() throws SQLException {
        assertUnreadable(29, "update event_log set hash = 'short' where position = 29");
        assertUnreadable(24, "update event_log set occurred_at = '4000-01-01 BC' where position = 24");
        assertUnreadable(23, "update event_log set occurred_at = '-infinity' where position = 23");
        assertUnreadable(22, "update event_log set occurred_at = 'infinity' where position = 22");
        assertUnreadable(21, "update event_log set tags = array[null]::text[] where position = 21");
        assertUnreadable(20, "update event_log set tags = '{{a,b},{c,d}}' where position = 20");
        assertUnreadable(19, "update event_log set hash = '' where position = 19");
        assertUnreadable(18, "update event_log set payload = repeat('x', 1048577)::bytea where position = 18");
        assertUnreadable(17, "update event_log set metadata = repeat('x', 1048577)::bytea where position = 17");
        assertThatThrownBy(fixture::open).isInstanceOf(BrokenLogException.class).hasMessageContaining("position 29");
        assertBroken(15, "delete from event_log where position = 15");
        assertBroken(7, "update event_log set version = '2' where position = 7");
    }

    @Test
    void a_missing_row_is_found() throws SQLException {
        assertBroken(7, "delete from event_log where position = 7");
    }

    @Test
    void swapped_rows_are_found() throws SQLException {
        assertBroken(
                7,
                "update event_log set position = 1000 + position where position in (7, 8);"
                        + " update event_log set position = 1015 - position where position > 1000");
    }

    @Test
    void a_tag_that_is_gone_from_the_index_is_found() throws SQLException {
        assertBroken(7, "delete from event_tag where position = 7");
    }

    @Test
    void a_tag_that_was_slipped_into_the_index_is_found() throws SQLException {
        assertBroken(7, "insert into event_tag values ('account=mallory', 7)");
        assertBroken(5, "insert into event_tag values ('account=mallory', 5), ('account=mallory', 1000)");
    }

    @Test
    void a_tag_that_was_slipped_into_the_index_reaches_no_state_and_fails_no_append() throws Exception {
        fixture.tamper("insert into event_tag values ('account=a1', 7), ('account=mallory', 8)");
        try (PostgresEventLog engine = fixture.openLog(settings -> settings.withWindow(3, 1 << 20))) {
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            assertThat(log.source(LogUnderTest.account("a1")).events()).containsExactly(new Opened("a1"));
            AppendCondition nothingAfterIt = AppendCondition.withCriteria(LogUnderTest.account("a1"))
                    .withMarker(new GlobalIndexConsistencyMarker(1));
            assertThat(log.appendIf(nothingAfterIt, new Opened("z"))).succeedsWithin(10, TimeUnit.SECONDS);
            var stream = engine.stream(
                    StreamingCondition.conditionFor(
                            new GlobalSequenceTrackingToken(-1), LogUnderTest.account("mallory")),
                    null);
            assertThat(stream.next()).isEmpty();
            stream.close();
        }
    }

    @Test
    void deleted_last_rows_are_found_by_the_anchor() throws SQLException {
        assertBroken(EVENTS - 3, "delete from event_log where position >= " + (EVENTS - 3));
        assertThatThrownBy(fixture::open)
                .isInstanceOf(BrokenLogException.class)
                .hasMessageContaining("position " + (EVENTS - 1));
    }

    @Test
    void a_recomputed_chain_is_found_by_the_anchor() throws SQLException {
        fixture.tamper("update event_log set payload = '{\"account\":\"mallory\"}' where position = 7");
        new DatabaseOwner(fixture).recomputeChain();
        assertThat(new LogVerification(fixture.plain(), Optional.empty(), Optional.empty())
                        .verify(LogVerification.BEGINNING, checkpoint -> {}, () -> false))
                .isInstanceOf(Intact.class);

        assertThat(fixture.verifyWithoutMacs()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(EVENTS - 1);
            assertThat(broken.reason()).contains("anchor");
        });
        assertThatThrownBy(fixture::open).isInstanceOf(BrokenLogException.class);
    }

    @Test
    void without_the_anchor_file_the_copies_in_the_database_speak() throws Exception {
        loseTheAnchorFile();
        assertThat(fixture.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.anchors()).isEqualTo(1));

        fixture.tamper("update event_log set payload = '{\"account\":\"mallory\"}' where position = 7");
        new DatabaseOwner(fixture).recomputeChain();
        assertBrokenByACopy(EVENTS - 1);

        fixture.tamper("delete from event_log where position >= 20; delete from event_tag where position >= 20");
        assertBrokenByACopy(20);
    }

    @Test
    void an_emptied_anchor_file_is_as_good_as_none() throws Exception {
        Files.write(folder.resolve("anchors"), new byte[0]);
        fixture.anchorIn(anchors());
        fixture.tamper("update event_log set payload = '{\"account\":\"mallory\"}' where position = 7");
        new DatabaseOwner(fixture).recomputeChain();
        assertBrokenByACopy(EVENTS - 1);
    }

    @Test
    void a_log_that_no_signed_anchor_covers_is_intact_but_says_so() throws Exception {
        loseTheAnchorFile();
        fixture.tamper("update log_anchor set mac = sha256(mac), hash = sha256(hash);"
                + " insert into log_anchor values (3, 'short', 'infinity', 'no'), (-7, sha256('x'), now(), 'no')");
        assertThat(fixture.verify()).isInstanceOfSatisfying(Intact.class, intact -> {
            assertThat(intact.anchors()).isZero();
            assertThat(intact.isAnchored()).isFalse();
        });
    }

    @Test
    void a_node_does_not_start_on_a_broken_tail() throws SQLException {
        fixture.tamper("update event_log set payload = payload || ' '::bytea where position = 7");
        assertThatThrownBy(fixture::open).isInstanceOf(BrokenLogException.class).hasMessageContaining("position 7");
    }

    @Test
    void a_running_node_notices_that_the_log_was_cut_and_stops_writing() throws Exception {
        try (PostgresEventLog engine = fixture.openLog(settings -> settings)) {
            LogUnderTest log = new LogUnderTest(engine, engine, engine.keyTable(), () -> {});
            fixture.tamper("delete from event_log where position >= " + (EVENTS - 3));
            assertThat(log.append(new Opened("z"))).failsWithin(10, TimeUnit.SECONDS);
            assertThat(engine.status()).isInstanceOf(LogStatus.Broken.class);
            assertThat(log.append(new Opened("z"))).isCompletedExceptionally();
        }
        assertBroken(EVENTS - 3, "select 1");
    }

    @Test
    void verification_can_stop_and_resume() throws Exception {
        List<LogHead> checkpoints = new ArrayList<>();
        LogVerification verification =
                new LogVerification(fixture.plain(), Optional.of(anchors()), Optional.of(fixture.seal.macs()));
        VerificationResult stopped = verification.verify(LogVerification.BEGINNING, checkpoints::add, () -> true);
        assertThat(stopped).isEqualTo(new Stopped(LogVerification.BEGINNING));

        verification.verify(LogVerification.BEGINNING, checkpoints::add, () -> false);
        LogHead end = checkpoints.getLast();
        try (LogUnderTest log = fixture.open()) {
            log.append(new Opened("more")).join();
        }
        assertThat(verification.verify(end, checkpoints::add, () -> false))
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.positions()).isEqualTo(EVENTS + 1));
        LogHead wrong = new LogHead(end.position(), new byte[HashChain.HASH_BYTES]);
        assertThat(verification.verify(wrong, checkpoints::add, () -> false))
                .isEqualTo(new Broken(end.position(), "The log does not contain the checkpoint"));
    }

    private void loseTheAnchorFile() throws IOException {
        Files.delete(folder.resolve("anchors"));
        fixture.anchorIn(anchors());
    }

    private void assertBrokenByACopy(long position) throws SQLException {
        assertThat(fixture.verifyWithoutMacs()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(position);
            assertThat(broken.reason()).contains("by an anchor in the database; the anchor file has it not");
        });
    }

    private LogAnchors anchors() {
        return LogAnchors.open(folder.resolve("anchors"), TamperTest::mac);
    }

    private static byte[] mac(byte[] message) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update("a key".getBytes(StandardCharsets.UTF_8));
            return sha.digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void assertUnreadable(long position, String tampering) throws SQLException {
        assertBroken(position, tampering);
        assertThat(fixture.verify())
                .isEqualTo(new Broken(position, "This event cannot be read: the log never writes such a row"));
    }

    private void assertBroken(long position, String tampering) throws SQLException {
        fixture.tamper(tampering);
        assertThat(fixture.verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.position()).isEqualTo(position));
    }
}
