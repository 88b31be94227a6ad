package io.attestore.eventlog.contract;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Labelled;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.AccountEvents.Transferred;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

/** Conditions: an append happens if and only if nothing that it was based on has changed. */
public abstract class ConditionalAppendContract extends LogContract {

    private static final int SMALL_WINDOW = 8;
    private static final QualifiedName OPENED = new QualifiedName("test.Opened");
    private static final QualifiedName DEPOSITED = new QualifiedName("test.Deposited");

    @Test
    void a_stale_marker_is_rejected_and_a_fresh_one_is_not() {
        get(log.append(new Opened("a")));
        ConsistencyMarker seen = log.source(account("a")).marker();
        assertThat(get(log.appendIf(account("a"), seen, new Deposited("a", 1)))).isEqualTo(1);

        assertRejected(log.appendIf(account("a"), seen, new Deposited("a", 2)));
        assertThat(log.source(account("a")).events()).containsExactly(new Opened("a"), new Deposited("a", 1));
    }

    @Test
    void the_origin_means_nothing_before_at_all() {
        assertThat(get(log.appendIf(AppendCondition.withCriteria(account("a")), new Opened("a"))))
                .isZero();
        assertRejected(log.appendIf(AppendCondition.withCriteria(account("a")), new Opened("a")));
        assertThat(get(log.appendIf(AppendCondition.withCriteria(account("b")), new Opened("b"))))
                .isEqualTo(1);
    }

    @Test
    void the_marker_of_an_empty_log_covers_its_first_event() {
        ConsistencyMarker empty = log.source(account("a")).marker();
        get(log.appendIf(account("a"), empty, new Opened("a")));
        assertRejected(log.appendIf(account("a"), empty, new Opened("a")));
    }

    @Test
    void of_many_that_arrive_together_one_wins() {
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            appends.add(log.appendIf(AppendCondition.withCriteria(account("a")), new Opened("a")));
        }
        assertThat(appends.stream().filter(LogContract::succeeds).count()).isEqualTo(1);
        assertThat(log.reader().head()).isZero();
    }

    @Test
    void other_tags_do_not_conflict() {
        get(log.append(new Opened("a"), new Opened("b")));
        ConsistencyMarker seen = log.source(account("a")).marker();
        get(log.append(new Deposited("b", 1)));
        assertThat(get(log.appendIf(account("a"), seen, new Deposited("a", 1)))).isEqualTo(3);
        assertRejected(log.appendIf(account("a").or(account("b")), seen, new Deposited("a", 2)));
    }

    @Test
    void records_of_access_conflict_with_nothing() {
        get(log.append(new Opened("a")));
        ConsistencyMarker seen = log.source(account("a")).marker();
        List<CompletableFuture<Long>> reads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            reads.add(log.appendIf(account("a"), seen, new Seen("a", "caller " + i)));
        }
        assertThat(reads).allSatisfy(read -> assertThat(succeeds(read)).isTrue());
        assertThat(log.source(account("a")).events()).containsExactly(new Opened("a"));
        assertThat(log.reader().head()).isEqualTo(100);
    }

    @Test
    void an_event_with_two_tags_conflicts_under_each() {
        get(log.append(new Opened("a"), new Opened("b")));
        ConsistencyMarker seen = log.source(account("a")).marker();
        get(log.append(new Transferred("a", "b")));
        assertRejected(log.appendIf(account("a"), seen, new Deposited("a", 1)));
        assertRejected(log.appendIf(account("b"), seen, new Deposited("b", 1)));
        EventCriteria both = EventCriteria.havingTags(Tag.of("account", "a"), Tag.of("account", "c"));
        assertThat(get(log.appendIf(both, seen, new Deposited("a", 1)))).isEqualTo(3);
    }

    @Test
    void a_condition_can_be_on_types() {
        get(log.append(new Opened("a")));
        ConsistencyMarker seen = log.source(account("a")).marker();
        get(log.append(new Deposited("a", 1)));
        EventCriteria opened = ofType(OPENED, "a");
        EventCriteria deposited = ofType(DEPOSITED, "a");
        assertThat(get(log.appendIf(opened, seen, new Seen("a", "alice")))).isEqualTo(2);
        assertRejected(log.appendIf(deposited, seen, new Seen("a", "alice")));
    }

    @Test
    void a_condition_on_everything_holds_only_at_the_head() {
        get(log.append(new Seen("a", "alice")));
        ConsistencyMarker head = new GlobalIndexConsistencyMarker(log.reader().head());
        EventCriteria everything = EventCriteria.either(EventCriteria.havingAnyTag(), account("x"));
        get(log.appendIf(everything, head, new Seen("a", "bob")));
        assertRejected(log.appendIf(everything, head, new Seen("a", "carol")));
    }

    @Test
    void a_marker_older_than_what_is_in_memory_is_checked_in_the_store() {
        LogUnderTest small = open(settings -> settings.withWindow(SMALL_WINDOW, 1 << 20));
        get(small.append(new Opened("a"), new Opened("b")));
        ConsistencyMarker seen = small.source(account("a")).marker();
        get(small.append(new Deposited("b", 1)));
        for (int i = 0; i < 3 * SMALL_WINDOW; i++) {
            get(small.append(new Seen("a", "alice")));
        }
        assertRejected(small.appendIf(account("b"), seen, new Deposited("b", 2)));
        assertRejected(small.appendIf(account("a").or(account("b")), seen, new Deposited("b", 2)));
        assertRejected(small.appendIf(AppendCondition.withCriteria(account("a")), new Opened("a")));
        assertRejected(small.appendIf(ofType(DEPOSITED, "b"), seen, new Deposited("b", 2)));
        assertRejected(small.appendIf(EventCriteria.havingAnyTag(), seen, new Deposited("b", 2)));
        assertThat(succeeds(small.appendIf(ofType(OPENED, "b"), seen, new Seen("b", "x"))))
                .isTrue();
        assertThat(succeeds(small.appendIf(account("a"), seen, new Deposited("a", 1))))
                .isTrue();
    }

    @Test
    void a_marker_beyond_the_log_is_rejected() {
        get(log.append(new Opened("a")));
        assertRejected(log.appendIf(account("a"), new GlobalIndexConsistencyMarker(7), new Deposited("a", 1)));
    }

    @Test
    void tags_that_look_alike_are_different() {
        LogUnderTest small = open(settings -> settings.withWindow(1, 1 << 20));
        get(small.append(new Labelled("a=b", "c"), new Labelled("a", "b=c"), new Labelled("a\\", "=b\"{},\\")));
        get(small.append(new Seen("a", "alice")));
        for (var tag : List.of(Tag.of("a=b", "c"), Tag.of("a", "b=c"), Tag.of("a\\", "=b\"{},\\"))) {
            assertThat(small.source(EventCriteria.havingTags(tag)).events())
                    .containsExactly(new Labelled(tag.key(), tag.value()));
        }
        assertThat(small.source(EventCriteria.havingTags("a\\=b", "c")).events())
                .isEmpty();
    }

    private static EventCriteria ofType(QualifiedName type, String account) {
        return EventCriteria.havingTags("account", account).andBeingOneOfTypes(type);
    }
}
