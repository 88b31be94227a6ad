package io.attestore.eventlog.contract;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one store, many callers at once. */
public abstract class ConcurrencyContract extends LogContract {

    private static final int CALLERS = 32;

    private LogUnderTest other;

    @BeforeEach
    void openAnotherNode() {
        other = open(settings -> settings);
    }

    @Test
    void exactly_one_of_many_racers_on_two_nodes_creates_an_account() throws Exception {
        List<Boolean> wins = collide(
                caller -> succeeds(node(caller).appendIf(AppendCondition.withCriteria(account("a")), new Opened("a"))));
        assertThat(wins).containsOnlyOnce(true);
    }

    @Test
    void a_counter_with_retries_loses_no_update() throws Exception {
        int updatesPerCaller = 4;
        collide(caller -> {
            for (int done = 0; done < updatesPerCaller; ) {
                var history = node(caller).source(account("a"));
                long next = history.events().size() + 1L;
                if (succeeds(node(caller).appendIf(account("a"), history.marker(), new Deposited("a", next)))) {
                    done++;
                }
            }
            return true;
        });
        assertThat(log.reader().awaitBeyond(CALLERS * updatesPerCaller - 2, PATIENCE))
                .isTrue();
        assertThat(log.source(account("a")).events())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, CALLERS * updatesPerCaller)
                        .mapToObj(amount -> new Deposited("a", amount))
                        .toList());
    }

    @Test
    void unconditional_appends_of_two_nodes_are_gapless_and_in_one_order() throws Exception {
        int perCaller = 20;
        List<List<Long>> positions = collide(caller -> {
            List<Long> mine = new ArrayList<>();
            for (int i = 0; i < perCaller; i++) {
                mine.add(get(node(caller).append(new Seen("a" + caller, "n" + i))));
            }
            return mine;
        });
        assertThat(positions).allSatisfy(mine -> assertThat(mine).isSorted());
        assertThat(positions.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, (long) CALLERS * perCaller).boxed().toList());
        assertThat(other.reader().awaitBeyond((long) CALLERS * perCaller - 2, PATIENCE))
                .isTrue();
        assertThat(log.reader().awaitBeyond((long) CALLERS * perCaller - 2, PATIENCE))
                .isTrue();
        List<RecordedEvent> here = log.reader().read(0, 10_000);
        assertThat(here).hasSize(CALLERS * perCaller).isEqualTo(other.reader().read(0, 10_000));
    }

    @Test
    void what_one_node_has_answered_the_other_cannot_overlook() {
        for (int i = 0; i < 20; i++) {
            var seen = other.source(account("a")).marker();
            get(log.append(new Deposited("a", i)));
            assertRejected(other.appendIf(account("a"), seen, new Seen("a", "stale")));
        }
    }

    private LogUnderTest node(int caller) {
        return caller % 2 == 0 ? log : other;
    }

    /** Runs the same for all callers, released at once. */
    private static <T> List<T> collide(Caller<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> results = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                Callable<T> task = () -> {
                    start.await();
                    return work.run(caller);
                };
                results.add(executor.submit(task));
            }
            start.countDown();
        }
        List<T> values = new ArrayList<>();
        for (Future<T> result : results) {
            values.add(result.get());
        }
        return values;
    }

    private interface Caller<T> {
        T run(int caller) throws Exception;
    }
}
