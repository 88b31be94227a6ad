package io.attestore.eventlog;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.CuttableDataSource.Cut;
import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.EventLogFixture;
import io.attestore.eventlog.contract.LogContract;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.events.Event;
import io.attestore.events.log.LogUnavailableException;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.Test;

/** Histories that are older than memory: complete, and never in memory as a whole. */
class ColdHistoryTest extends LogContract {

    private PostgresLogFixture postgres;

    @Override
    protected EventLogFixture fixture() {
        postgres = new PostgresLogFixture();
        return postgres;
    }

    @Test
    void a_long_history_is_complete_and_in_order() {
        List<Event> deposits = appendDeposits(2_500);
        LogUnderTest small = open(settings -> settings.withWindow(5, 1 << 20));
        assertThat(small.source(account("a")).events()).isEqualTo(deposits);
    }

    @Test
    void a_long_history_is_read_a_page_at_a_time() {
        appendDeposits(2_500);
        LogUnderTest small = open(settings -> settings.withWindow(5, 1 << 20));
        assertThat(takenUntilCut(small, account("a"))).isEqualTo(1_000);
    }

    @Test
    void a_history_of_large_events_is_read_in_smaller_pages() {
        EventCriteria seen = EventCriteria.havingAnyTag().andBeingOneOfTypes(new QualifiedName("test.Seen"));
        for (int i = 0; i < 20; i++) {
            get(log.append(new Seen("a", "x".repeat(900_000))));
        }
        get(log.append(new Opened("b"), new Opened("c")));
        LogUnderTest small = open(settings -> settings.withWindow(1, 1 << 20));
        assertThat(small.source(seen).events()).hasSize(20);
        assertThat(takenUntilCut(small, seen)).isBetween(9L, 10L);
    }

    private List<Event> appendDeposits(int count) {
        List<Event> deposits = IntStream.range(0, count)
                .<Event>mapToObj(i -> new Deposited("a", i))
                .toList();
        for (int from = 0; from < count; from += 500) {
            get(log.append(deposits.subList(from, from + 500).toArray(Event[]::new)));
        }
        get(log.append(IntStream.range(0, 10).mapToObj(i -> new Opened("b" + i)).toArray(Event[]::new)));
        return deposits;
    }

    /** How many events a stream still gives that has lost the database after its first. */
    private long takenUntilCut(LogUnderTest node, EventCriteria criteria) {
        MessageStream<EventMessage> stream = node.engine().source(SourcingCondition.conditionFor(criteria), null);
        assertThat(stream.next()).isPresent();
        postgres.dataSource.next.set(Cut.ALL);
        long taken = 1;
        while (stream.next().isPresent()) {
            taken++;
        }
        postgres.dataSource.next.set(Cut.NONE);
        assertThat(stream.isCompleted()).isTrue();
        assertThat(stream.error()).containsInstanceOf(LogUnavailableException.class);
        return taken;
    }
}
