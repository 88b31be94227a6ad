package io.attestore.eventlog.contract;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.AccountEvents.Transferred;
import io.attestore.events.Event;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.junit.jupiter.api.Test;

/** Histories: complete, in order, and with the marker up to which they are complete. */
public abstract class SourcingContract extends LogContract {

    @Test
    void an_empty_log_has_the_marker_before_the_first_position() {
        var before = log.source(account("a"));
        assertThat(before.events()).isEmpty();
        assertThat(before.marker()).isEqualTo(new GlobalIndexConsistencyMarker(-1));
        get(log.append(new Opened("a")));
        var after = log.source(account("a"));
        assertThat(after.events()).containsExactly(new Opened("a"));
        assertThat(after.marker()).isEqualTo(new GlobalIndexConsistencyMarker(0));
    }

    @Test
    void a_history_has_its_events_only_and_the_head_as_its_marker() {
        get(log.append(new Opened("a"), new Opened("b"), new Deposited("a", 1)));
        get(log.append(new Transferred("b", "a"), new Seen("a", "alice")));
        var history = log.source(account("a"));
        assertThat(history.events()).containsExactly(new Opened("a"), new Deposited("a", 1), new Transferred("b", "a"));
        assertThat(history.marker()).isEqualTo(new GlobalIndexConsistencyMarker(4));
    }

    @Test
    void a_history_can_begin_at_a_position_which_is_included() {
        get(log.append(new Opened("a"), new Deposited("a", 1), new Deposited("a", 2)));
        assertThat(from(log, 1).events()).containsExactly(new Deposited("a", 1), new Deposited("a", 2));
        assertThat(from(log, 2).events()).containsExactly(new Deposited("a", 2));
        var nothingNew = from(log, 3);
        assertThat(nothingNew.events()).isEmpty();
        assertThat(nothingNew.marker()).isEqualTo(new GlobalIndexConsistencyMarker(2));
    }

    @Test
    void going_on_from_a_marker_sees_everything_exactly_once() {
        List<Event> expected = new ArrayList<>();
        List<Event> seen = new ArrayList<>();
        long next = 0;
        for (int i = 0; i < 20; i++) {
            Event event = new Deposited("a", i);
            expected.add(event);
            next = get(log.append(new Seen("a", "alice"), event, new Opened("b"))) + 1;
            seen.addAll(from(log, next - 3).events());
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void several_alternatives_are_one_history_in_order() {
        get(log.append(new Opened("a"), new Opened("b"), new Transferred("a", "b"), new Opened("c")));
        EventCriteria either = account("b").or(account("a"));
        assertThat(log.source(either).events())
                .containsExactly(new Opened("a"), new Opened("b"), new Transferred("a", "b"));
        EventCriteria types = EventCriteria.havingAnyTag().andBeingOneOfTypes(new QualifiedName("test.Transferred"));
        assertThat(log.source(types).events()).containsExactly(new Transferred("a", "b"));
        assertThat(log.source(types.or(account("c"))).events())
                .containsExactly(new Transferred("a", "b"), new Opened("c"));
    }

    @Test
    void what_is_older_than_memory_is_read_from_the_store() {
        LogUnderTest small = open(settings -> settings.withWindow(5, 1 << 20));
        List<Event> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Event event = new Deposited("a", i);
            expected.add(event);
            get(small.append(event, new Seen("a", "alice")));
        }
        assertThat(small.source(account("a")).events()).isEqualTo(expected);
        assertThat(from(small, 50).events()).isEqualTo(expected.subList(25, 30));
        assertThat(from(small, 59).events()).isEmpty();
        assertThat(small.source(account("a").or(account("z"))).events()).isEqualTo(expected);
    }

    private static LogUnderTest.History from(LogUnderTest log, long position) {
        Position start = new GlobalIndexConsistencyMarker(position).position();
        return log.source(SourcingCondition.conditionFor(start, account("a")));
    }
}
