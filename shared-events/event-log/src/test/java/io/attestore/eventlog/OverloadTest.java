package io.attestore.eventlog;

import static io.attestore.eventlog.CommitFaultTest.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogContract;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.eventlog.table.LogLock;
import io.attestore.events.Event;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.LogOverloadedException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

/** Limits: the queue, the time, and what a single append may hold. */
class OverloadTest extends LogContract {

    private PostgresLogFixture postgres;

    @Override
    protected EventLogFixture fixture() {
        postgres = new PostgresLogFixture();
        return postgres;
    }

    @Test
    void a_full_queue_refuses_at_once_and_loses_nothing_it_took() throws Exception {
        LogUnderTest small = open(settings -> settings.withQueue(20, 1 << 20));
        List<CompletableFuture<Long>> taken = new ArrayList<>();
        CompletableFuture<Long> refused;
        try (Connection blocker = WriterBlock.on(postgres.plain())) {
            refused = fill(small, taken, "");
            WriterBlock.release(blocker);
        }
        assertOverloaded(refused);
        assertThat(taken)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(append -> assertThat(succeeds(append)).isTrue());
        get(small.append(new Opened("after")));
        assertThat(small.reader().head()).isEqualTo(taken.size());
    }

    @Test
    void a_queue_of_too_many_bytes_refuses_too() throws Exception {
        LogUnderTest small = open(settings -> settings.withQueue(100_000, 100_000));
        List<CompletableFuture<Long>> taken = new ArrayList<>();
        CompletableFuture<Long> refused;
        try (Connection blocker = WriterBlock.on(postgres.plain())) {
            refused = fill(small, taken, "x".repeat(10_000));
            WriterBlock.release(blocker);
        }
        assertOverloaded(refused);
        assertThat(taken)
                .hasSizeBetween(9, 25)
                .allSatisfy(append -> assertThat(succeeds(append)).isTrue());
    }

    @Test
    void an_append_that_times_out_while_it_waits_is_never_written() throws Exception {
        LogUnderTest quick = open(settings -> settings.withAppendTimeLimit(Duration.ofMillis(400)));
        CompletableFuture<Long> being;
        CompletableFuture<Long> waiting;
        try (Connection blocker = WriterBlock.on(postgres.plain())) {
            being = quick.append(new Opened("being written"));
            Thread.sleep(200); // the writer has taken it and waits for the lock
            waiting = quick.append(new Opened("waiting"));
            assertUnavailable(being, "may have been recorded");
            assertUnavailable(waiting, "not recorded");
            WriterBlock.release(blocker);
        }
        get(quick.append(new Opened("after")));
        assertThat(quick.source(LogUnderTest.account("waiting")).events()).isEmpty();
        assertThat(quick.source(LogUnderTest.account("after")).events()).hasSize(1);
    }

    @Test
    void a_node_that_stalls_within_a_transaction_holds_up_the_others_for_no_longer_than_they_wait() throws Exception {
        LogUnderTest other = open(
                settings -> settings.withDatabase(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMillis(300))
                        .withAppendTimeLimit(Duration.ofSeconds(5)));
        WriterSession stalled = new WriterSession(postgres.plain(), Duration.ofSeconds(10));
        LogLock.take(stalled.forTransaction(), -1);
        get(other.append(new Opened("after the stall")));
        stalled.discard();
    }

    @Test
    void what_the_log_cannot_hold_is_refused_before_it_reaches_the_database() {
        assertRefused(log.append(new Opened("nul \0")));
        assertRefused(log.append(new Opened("half a pair \ud83d")));
        assertRefused(log.append(new Opened("x".repeat(3_000))));
        assertRefused(log.append(new Seen("a", "x".repeat(1 << 20))));
        assertRefused(log.append(AppendCondition.none(), List.of(), List.of(unknown())));
        assertRefused(log.append(
                AppendCondition.none(),
                List.of(),
                List.of(LogUnderTest.message(new Opened("a"), "no uuid", Map.of()))));
        String upperCase = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        assertRefused(log.append(
                AppendCondition.none(),
                List.of(),
                List.of(LogUnderTest.message(new Opened("a"), upperCase, Map.of()))));
        assertThat(log.reader().head()).isEqualTo(-1);
    }

    @Test
    void an_append_destroys_the_keys_of_a_hundred_versions_of_ten_parameters_but_not_without_limit() {
        get(log.appendWith(destroyed(2_000), AppendCondition.none(), new Opened("a")));
        assertRefused(log.appendWith(destroyed(2_001), AppendCondition.none(), new Opened("a")));
        assertThat(log.reader().head()).isZero();
    }

    private static List<KeyRowChange> destroyed(int keys) {
        return IntStream.range(0, keys)
                .<KeyRowChange>mapToObj(i -> new KeyRowChange.Destroy("key " + i))
                .toList();
    }

    @Test
    void an_append_of_nothing_is_done_at_once_and_writes_nothing() {
        assertThat(get(log.append())).isEqualTo(-1);
        assertThat(log.reader().head()).isEqualTo(-1);
    }

    @Test
    void a_closed_log_writes_what_it_took_and_takes_no_more() throws Exception {
        LogUnderTest closing = open(settings -> settings);
        List<CompletableFuture<Long>> taken = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            taken.add(closing.append(new Seen("a", "n" + i)));
        }
        closing.close();
        assertThat(taken).allSatisfy(append -> assertThat(append).isCompleted());
        assertThat(closing.append(new Opened("late"))).isCompletedExceptionally();
    }

    private static TaggedEventMessage<?> unknown() {
        var message = new GenericEventMessage(new MessageType("test.Unknown", "1"), new Event() {});
        return new GenericTaggedEventMessage<>(message, Set.of());
    }

    private static CompletableFuture<Long> fill(LogUnderTest log, List<CompletableFuture<Long>> taken, String padding)
            throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            CompletableFuture<Long> append = log.append(new Seen("a", padding + i));
            if (append.isCompletedExceptionally()) {
                return append;
            }
            taken.add(append);
            if (i == 0) {
                Thread.sleep(200); // the writer takes the first and waits for the lock
            }
        }
        throw new AssertionError("The queue took everything");
    }

    private static void assertOverloaded(CompletableFuture<Long> append) {
        assertThat(append)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(LogOverloadedException.class);
    }

    private static void assertRefused(CompletableFuture<Long> append) {
        assertThat(append)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IllegalArgumentException.class);
    }
}
