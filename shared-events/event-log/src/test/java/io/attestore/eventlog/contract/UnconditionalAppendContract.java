package io.attestore.eventlog.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.events.Event;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.junit.jupiter.api.Test;

/** Appends without a condition: order, positions and what is read back. */
public abstract class UnconditionalAppendContract extends LogContract {

    @Test
    void positions_are_consecutive_from_zero() {
        assertThat(get(log.append(new Seen("a", "alice")))).isZero();
        assertThat(get(log.append(new Opened("a"), new Deposited("a", 1)))).isEqualTo(2);
        assertThat(get(log.append(new Seen("a", "bob")))).isEqualTo(3);
        assertThat(log.reader().head()).isEqualTo(3);
    }

    @Test
    void an_event_is_read_back_as_it_was_appended() {
        String id = UUID.randomUUID().toString();
        Event event = new Opened("a \"quoted\" \\ name, ünïcode 😀");
        Map<String, String> metadata = Map.of("caller", "arn:aws:iam::123456789012:user/alice", "empty", "");
        get(log.append(AppendCondition.none(), List.of(), List.of(LogUnderTest.message(event, id, metadata))));

        RecordedEvent expected = new RecordedEvent(0, id, LogUnderTest.NOON, event, metadata);
        assertThat(log.reader().read(0, 10)).containsExactly(expected);
        assertThat(open(settings -> settings).reader().read(0, 10)).containsExactly(expected);
    }

    @Test
    void many_callers_get_each_their_own_position_without_gaps() {
        List<CompletableFuture<Long>> appends = IntStream.range(0, 500)
                .mapToObj(i -> log.append(new Seen("a" + i, "alice")))
                .toList();
        assertThat(appends.stream().map(LogContract::get))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 500).boxed().toList());
    }

    @Test
    void events_of_one_append_stand_together_in_their_order() {
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            appends.add(log.append(new Opened("a" + i), new Deposited("a" + i, 1), new Deposited("a" + i, 2)));
        }
        for (int i = 0; i < 50; i++) {
            long last = get(appends.get(i));
            assertThat(log.reader().read(last - 2, 3).stream().map(RecordedEvent::event))
                    .containsExactly(new Opened("a" + i), new Deposited("a" + i, 1), new Deposited("a" + i, 2));
        }
    }

    @Test
    void the_marker_after_an_append_is_its_last_position() throws Exception {
        get(log.append(new Seen("a", "alice")));
        @SuppressWarnings("unchecked")
        var transaction = (AppendTransaction<Long>) get(log.engine()
                .appendEvents(AppendCondition.none(), null, List.of(LogUnderTest.message(new Opened("a")))));
        long last = get(transaction.commit(null));
        assertThat(get(transaction.afterCommit(last, null))).isEqualTo(new GlobalIndexConsistencyMarker(1));
    }

    @Test
    void what_is_rolled_back_is_not_in_the_log() {
        var transaction = get(log.engine()
                .appendEvents(AppendCondition.none(), null, List.of(LogUnderTest.message(new Opened("a")))));
        transaction.rollback(null);
        assertThatThrownBy(() -> transaction.commit(null).get()).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(log.reader().head()).isEqualTo(-1);
    }

    @Test
    void who_waits_for_an_event_is_woken_by_it() throws InterruptedException {
        CompletableFuture<Long> append = CompletableFuture.supplyAsync(() -> {
            sleep(100);
            return get(log.append(new Seen("a", "alice")));
        });
        assertThat(log.reader().awaitBeyond(-1, PATIENCE)).isTrue();
        assertThat(get(append)).isZero();
        assertThat(log.reader().awaitBeyond(0, Duration.ofMillis(20))).isFalse();
    }

    @Test
    void events_are_found_by_their_positions() {
        for (int i = 0; i < 5; i++) {
            get(log.append(new Seen("a" + i, "alice")));
        }
        assertThat(log.reader().at(List.of(4L, 1L, 99L)).stream().map(RecordedEvent::position))
                .containsExactly(1L, 4L);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_selection_tells_how_far_it_looked_and_gives_what_was_wanted() throws Exception {
        get(log.append(new Opened("a"), new Deposited("a", 1), new Opened("b"), new Opened("c")));

        LogReader.Selection some = log.reader().select(1, 2, Opened.class::isInstance);
        LogReader.Selection none = log.reader().select(1, 1, Opened.class::isInstance);
        LogReader.Selection beyond = log.reader().select(4, 9, Opened.class::isInstance);

        assertThat(some.wanted()).isEqualTo(log.reader().read(2, 1));
        assertThat(some.through()).isEqualTo(2);
        assertThat(some.count()).isEqualTo(2);
        assertThat(none).isEqualTo(new LogReader.Selection(List.of(), 1, 1));
        assertThat(beyond).isEqualTo(new LogReader.Selection(List.of(), 3, 0));
    }
}
