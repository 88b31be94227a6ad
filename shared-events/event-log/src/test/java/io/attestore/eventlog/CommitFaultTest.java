package io.attestore.eventlog;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.CuttableDataSource.Cut;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogContract;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange.Put;
import io.attestore.events.log.LogUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.Test;

/** The faults around COMMIT, each in a pair: failed and not written; failed, but written all the same. */
class CommitFaultTest extends LogContract {

    private PostgresLogFixture postgres;

    @Override
    protected EventLogFixture fixture() {
        postgres = new PostgresLogFixture();
        return postgres;
    }

    @Test
    void a_commit_that_was_lost_and_not_written_fails_its_appends() {
        get(log.append(new Opened("a")));
        postgres.dataSource.next.set(Cut.BEFORE_COMMIT);

        assertUnavailable(log.append(new Opened("b")), "not recorded");
        assertThat(get(log.append(new Opened("c")))).isEqualTo(1);
        assertThat(log.source(account("b")).events()).isEmpty();
        assertThat(unknownCommits()).isEqualTo(1);
    }

    @Test
    void a_commit_that_was_lost_but_written_is_answered_as_written() {
        get(log.append(new Opened("a")));
        postgres.dataSource.next.set(Cut.AFTER_COMMIT);

        assertThat(get(log.append(new Opened("b")))).isEqualTo(1);
        assertThat(get(log.append(new Opened("c")))).isEqualTo(2);
        assertThat(log.source(account("b")).events()).containsExactly(new Opened("b"));
        assertThat(unknownCommits()).isEqualTo(1);
    }

    @Test
    void a_commit_over_whose_answer_the_driver_fails_is_looked_up_too() {
        postgres.dataSource.next.set(Cut.DRIVER_FAILS_AFTER_COMMIT);

        assertThat(get(log.append(new Opened("a")))).isZero();
        assertThat(get(log.append(new Opened("b")))).isEqualTo(1);
        assertThat(unknownCommits()).isEqualTo(1);
    }

    @Test
    void the_events_of_an_append_share_the_fate_of_their_commit() throws Exception {
        List<CompletableFuture<Long>> lost = cutWhileBlocked(Cut.BEFORE_COMMIT);
        lost.forEach(append -> assertUnavailable(append, "not recorded"));
        assertThat(log.reader().head()).isEqualTo(-1);

        List<CompletableFuture<Long>> kept = cutWhileBlocked(Cut.AFTER_COMMIT);
        assertThat(kept).allSatisfy(append -> assertThat(succeeds(append)).isTrue());
        assertThat(log.reader().head()).isEqualTo(2);
    }

    /** An append of three events that waits for the lock, and whose commit is cut. */
    private List<CompletableFuture<Long>> cutWhileBlocked(Cut cut) throws Exception {
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        try (Connection blocker = blockWriter()) {
            appends.add(log.append(new Seen("a", "one"), new Seen("a", "two"), new Opened("b")));
            postgres.dataSource.next.set(cut);
            unblock(blocker);
        }
        return appends;
    }

    @Test
    void an_append_that_was_overtaken_by_another_node_shares_the_fate_of_its_second_attempt() throws Exception {
        LogUnderTest other = open(settings -> settings);
        assertUnavailable(cutWhenOvertakenBy(other, Cut.BEFORE_COMMIT), "not recorded");
        assertThat(log.source(account("BEFORE_COMMIT")).events()).isEmpty();
        assertThat(succeeds(cutWhenOvertakenBy(other, Cut.AFTER_COMMIT))).isTrue();
        assertThat(log.source(account("AFTER_COMMIT")).events()).hasSize(1);
    }

    /** Both nodes wait for the lock; the other one gets it first, so that this one has to lock, read and commit. */
    private CompletableFuture<Long> cutWhenOvertakenBy(LogUnderTest other, Cut cut) throws Exception {
        get(log.append(new Seen("a", "alone")).thenCompose(position -> log.append(new Seen("a", "alone"))));
        try (Connection blocker = blockWriter()) {
            CompletableFuture<Long> first = other.append(new Seen("a", "other"));
            WriterBlock.awaitWaiting(blocker, 1);
            CompletableFuture<Long> second = log.append(new Opened(cut.name()));
            WriterBlock.awaitWaiting(blocker, 2);
            postgres.dataSource.next.set(cut);
            unblock(blocker);
            get(first);
            return second.handle((position, failure) -> second).thenCompose(answered -> answered);
        }
    }

    @Test
    void what_still_waits_for_the_lock_when_its_connection_is_lost_is_stopped_before_it_is_called_not_recorded()
            throws Exception {
        CompletableFuture<Long> lost;
        try (Connection blocker = blockWriter()) {
            lost = log.append(new Opened("lost"));
            List<Integer> waiting = WriterBlock.awaitWaiting(blocker, 1);
            postgres.dataSource.cutAll();
            WriterBlock.awaitGone(blocker, waiting);
            unblock(blocker);
        }
        assertUnavailable(lost, "not recorded");
        assertThat(get(log.append(new Opened("next")))).isZero();
        assertThat(log.source(account("lost")).events()).isEmpty();
    }

    @Test
    void key_rows_share_the_fate_of_the_commit() {
        Bytes key = Bytes.copyOf(new byte[] {1});
        postgres.dataSource.next.set(Cut.BEFORE_COMMIT);
        assertUnavailable(
                log.appendWith(List.of(new Put("lost", key)), AppendCondition.none(), new Opened("a")), "not recorded");
        postgres.dataSource.next.set(Cut.AFTER_COMMIT);
        get(log.appendWith(List.of(new Put("kept", key)), AppendCondition.none(), new Opened("b")));

        assertThat(log.keys().find("lost")).isEmpty();
        assertThat(log.keys().find("kept")).contains(key);
    }

    @Test
    void another_node_that_writes_in_between_does_not_confuse_the_answer() {
        LogUnderTest other = open(settings -> settings);
        for (int i = 0; i < 5; i++) {
            postgres.dataSource.next.set(i % 2 == 0 ? Cut.BEFORE_COMMIT : Cut.AFTER_COMMIT);
            CompletableFuture<Long> uncertain = log.append(new Opened("u" + i));
            get(other.append(new Seen("a", "other")).handle((position, failure) -> 0L));
            boolean said = get(uncertain.handle((position, failure) -> failure == null));
            get(log.append(new Seen("a", "after")));
            assertThat(log.source(account("u" + i)).events()).hasSize(said ? 1 : 0);
        }
    }

    @Test
    void a_commit_that_cannot_be_looked_up_in_time_says_so_and_is_folded_in_later() {
        LogUnderTest impatient = open(settings ->
                settings.withDatabase(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(300)));
        postgres.dataSource.next.set(Cut.AFTER_COMMIT_FOR_LONG);
        assertUnavailable(impatient.append(new Opened("a")), "may have been recorded");
        assertUnavailable(impatient.append(new Opened("b")), "not recorded");

        postgres.dataSource.next.set(Cut.NONE);
        assertThat(get(impatient.append(new Opened("c")))).isEqualTo(1);
        assertThat(impatient.source(account("a")).events()).containsExactly(new Opened("a"));
    }

    @Test
    void an_error_of_the_writer_is_answered_and_shown() {
        PostgresEventLog engine = (PostgresEventLog) log.engine();
        get(log.append(new Opened("a")));
        postgres.dataSource.next.set(Cut.OUT_OF_MEMORY);

        assertUnavailable(log.append(new Opened("b")), "The log's writer failed: may have been recorded");
        assertThat(engine.status())
                .isInstanceOfSatisfying(
                        LogStatus.Broken.class,
                        broken -> assertThat(broken.reason()).contains("OutOfMemoryError"));
        assertUnavailable(log.append(new Opened("c")), "not recorded");
        assertThat(log.source(account("b")).events()).isEmpty();
    }

    @Test
    void a_log_that_nobody_writes_is_not_ready() throws Exception {
        PostgresEventLog engine = (PostgresEventLog) log.engine();
        assertThat(engine.status()).isInstanceOf(LogStatus.Writable.class);
        log.close();
        assertThat(engine.status()).isInstanceOf(LogStatus.Unavailable.class);
    }

    @Test
    void without_a_database_appends_fail_and_the_node_recovers_by_itself() throws Exception {
        get(log.append(new Opened("a")));
        postgres.dataSource.next.set(Cut.ALL);
        postgres.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
        CompletableFuture<Long> first = log.append(new Opened("b"));
        assertThat(first).failsWithin(PATIENCE);
        awaitStatus(LogStatus.Unavailable.class);

        postgres.dataSource.next.set(Cut.NONE);
        awaitStatus(LogStatus.Writable.class);
        assertThat(get(log.append(new Opened("c")))).isEqualTo(1);
    }

    @Test
    void an_event_that_the_database_refuses_fails_alone() throws Exception {
        postgres.execute("alter table event_log add check (position('poison'::bytea in payload) = 0)");
        List<CompletableFuture<Long>> good = new ArrayList<>();
        List<CompletableFuture<Long>> bad = new ArrayList<>();
        try (Connection blocker = blockWriter()) {
            for (int i = 0; i < 30; i++) {
                good.add(log.append(new Seen("a", "n" + i)));
                if (i % 10 == 5) {
                    bad.add(log.append(new Seen("a", "poison")));
                }
            }
            unblock(blocker);
        }
        assertThat(good).allSatisfy(append -> assertThat(succeeds(append)).isTrue());
        bad.forEach(append -> assertUnavailable(append, "refused"));
        assertThat(log.reader().head()).isEqualTo(29);
    }

    private void awaitStatus(Class<? extends LogStatus> wanted) throws InterruptedException {
        PostgresEventLog engine = (PostgresEventLog) log.engine();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.isInstance(engine.status()) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(engine.status()).isInstanceOf(wanted);
    }

    private double unknownCommits() {
        return postgres.registry.get("attestore.log.commits.unknown").counter().count();
    }

    private Connection blockWriter() throws SQLException {
        return WriterBlock.on(postgres.plain());
    }

    private static void unblock(Connection blocker) throws SQLException {
        WriterBlock.release(blocker);
    }

    static void assertUnavailable(CompletableFuture<Long> append, String message) {
        assertThat(append)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(LogUnavailableException.class)
                .withMessageContaining(message);
    }
}
