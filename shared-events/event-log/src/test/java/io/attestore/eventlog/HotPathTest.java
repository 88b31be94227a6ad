package io.attestore.eventlog;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.CuttableDataSource.Cut;
import io.attestore.eventlog.anchor.LogAnchor;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogContract;
import io.attestore.eventlog.contract.LogUnderTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must cost nothing, and what must not disturb others. */
class HotPathTest extends LogContract {

    @TempDir
    Path folder;

    private PostgresLogFixture postgres;

    @Override
    protected EventLogFixture fixture() {
        postgres = new PostgresLogFixture();
        return postgres;
    }

    @Test
    void what_is_in_the_window_is_read_without_the_database() {
        for (int i = 0; i < 50; i++) {
            get(log.append(new Deposited("a", i), new Seen("a", "alice")));
        }
        postgres.dataSource.next.set(Cut.ALL);
        assertThat(log.source(account("a")).events()).hasSize(50);
        var next = new GlobalIndexConsistencyMarker(log.reader().head() + 1).position();
        var fresh = log.source(SourcingCondition.conditionFor(next, account("a")));
        assertThat(fresh.events()).isEmpty();
        assertThat(fresh.marker()).isEqualTo(new GlobalIndexConsistencyMarker(99));
        assertThat(log.reader().read(0, 1_000)).hasSize(100);
        assertThat(log.reader().at(List.of(3L, 5L))).hasSize(2);
        var stream = log.engine().stream(StreamingCondition.startingFrom(null), null);
        assertThat(stream.next()).isPresent();
        stream.close();
        postgres.dataSource.next.set(Cut.NONE);
        assertThat(counted("attestore.log.sourcing.sql")).isZero();
    }

    @Test
    void recent_conditions_are_checked_without_the_database() {
        get(log.append(new Opened("a")));
        for (int i = 0; i < 20; i++) {
            var history = log.source(account("a"));
            get(log.appendIf(account("a"), history.marker(), new Deposited("a", i)));
        }
        assertRejected(log.appendIf(AppendCondition.withCriteria(account("a")), new Opened("a")));
        assertThat(counted("attestore.log.conditions.sql")).isZero();
        assertThat(counted("attestore.log.conflicts")).isEqualTo(1);
    }

    @Test
    void what_a_caller_does_with_its_answer_holds_nobody_up() throws Exception {
        CompletableFuture<Void> never = new CompletableFuture<>();
        CompletableFuture<Thread> answering = new CompletableFuture<>();
        CompletableFuture<Void> slow;
        try (Connection blocker = WriterBlock.on(postgres.plain())) {
            slow = log.append(new Seen("a", "slow")).thenAccept(position -> {
                answering.complete(Thread.currentThread());
                never.join();
            });
            WriterBlock.release(blocker);
        }
        for (int i = 1; i <= 20; i++) {
            assertThat(get(log.append(new Seen("a", "quick")))).isEqualTo(i);
        }
        assertThat(slow).isNotDone();
        assertThat(get(answering).getName()).isNotEqualTo("event-log-writer");
        never.complete(null);
        get(slow);
    }

    @Test
    void many_that_wait_are_one_transaction() throws Exception {
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        try (Connection blocker = WriterBlock.on(postgres.plain())) {
            for (int i = 0; i < 300; i++) {
                appends.add(log.append(new Seen("a", "n" + i)));
            }
            WriterBlock.release(blocker);
        }
        appends.forEach(LogContract::get);
        assertThat(postgres.registry.get("attestore.log.batch.events").summary().count())
                .isLessThan(5);
    }

    @Test
    void a_condition_that_cannot_be_checked_is_refused_and_harms_nobody_else() {
        List<CompletableFuture<Long>> good = new ArrayList<>();
        List<CompletableFuture<Long>> bad = new ArrayList<>();
        EventCriteria many = EventCriteria.either(IntStream.range(0, 300)
                .<EventCriteria>mapToObj(i -> account("a" + i))
                .toList());
        for (EventCriteria criteria : List.of(many, account("nul \0"), account("x".repeat(3_000)))) {
            good.add(log.append(new Seen("a", "before")));
            bad.add(log.appendIf(AppendCondition.withCriteria(criteria), new Seen("a", "bad")));
            good.add(log.append(new Seen("a", "after")));
        }
        bad.forEach(append -> assertThat(append).isCompletedExceptionally());
        assertThat(good).allSatisfy(append -> assertThat(succeeds(append)).isTrue());
    }

    @Test
    void heads_are_anchored_while_the_log_grows_and_when_it_is_closed() throws Exception {
        Path file = folder.resolve("anchors");
        LogAnchors anchors = LogAnchors.open(file, bytes -> new byte[] {(byte) bytes.length});
        postgres.anchorIn(anchors);
        LogUnderTest anchored = open(settings -> settings.withAnchors(5, PATIENCE.multipliedBy(100)));
        for (int i = 0; i < 5; i++) {
            get(anchored.append(new Seen("a", "n" + i)));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (anchors.newest().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(anchors.newest()).isPresent();
        get(anchored.append(new Seen("a", "last")));
        anchored.close();
        assertThat(anchors.newest().map(LogAnchor::head).orElseThrow().position())
                .isEqualTo(5);
    }

    private double counted(String counter) {
        return postgres.registry.get(counter).counter().count();
    }
}
