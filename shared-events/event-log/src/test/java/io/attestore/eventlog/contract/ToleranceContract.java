package io.attestore.eventlog.contract;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.contract.AccountEvents.Transferred;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

/** Tolerances: an append happens if and only if no more than it bears has come of a tag. */
public abstract class ToleranceContract extends LogContract {

    private static final Tag A = Tag.of("account", "a");
    private static final int SMALL_WINDOW = 8;

    @Test
    void as_many_as_are_borne_are_no_reason_and_one_more_is() {
        get(log.append(new Opened("a")));
        get(log.append(new Deposited("a", 1), new Deposited("a", 2)));

        assertThat(succeeds(bearing(log, 0, 2))).isTrue();
        assertRejected(bearing(log, 0, 2));
        assertThat(succeeds(bearing(log, 0, 3))).isTrue();
        assertThat(log.reader().head()).isEqualTo(4);
    }

    @Test
    void an_append_that_bears_nothing_is_rejected_by_the_first_event() {
        get(log.append(new Opened("a")));
        assertThat(succeeds(bearing(log, 0, 0))).isTrue();
        assertRejected(bearing(log, 0, 0));
    }

    @Test
    void other_tags_do_not_count_however_many_they_are() {
        get(log.append(new Opened("a")));
        for (int i = 0; i < 20; i++) {
            get(log.append(new Deposited("b", 1), new Seen("a", "alice")));
        }
        assertThat(succeeds(bearing(log, 0, 1))).isTrue();
        get(log.append(new Transferred("b", "a")));
        assertRejected(bearing(log, 0, 1));
    }

    @Test
    void of_many_that_arrive_together_as_many_as_are_borne_and_one_more_are_written() {
        get(log.append(new Opened("a")));
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            appends.add(bearing(log, 0, 10));
        }
        assertThat(appends.stream().filter(LogContract::succeeds).count()).isEqualTo(11);
        assertThat(log.reader().head()).isEqualTo(11);
    }

    @Test
    void the_other_conditions_have_to_hold_as_well() {
        get(log.append(new Opened("a"), new Opened("b")));
        assertRejected(log.appendBearing(A, 1, 9, AppendCondition.withCriteria(account("b")), new Deposited("a", 1)));
        get(log.append(new Deposited("a", 1)));
        assertRejected(log.appendBearing(A, 1, 0, AppendCondition.withCriteria(account("c")), new Deposited("c", 1)));
    }

    @Test
    void what_another_node_wrote_counts() {
        get(log.append(new Opened("a")));
        LogUnderTest other = open(settings -> settings);
        get(other.append(new Deposited("a", 1)));
        get(other.append(new Deposited("a", 2)));

        assertRejected(bearing(log, 0, 1));
        assertThat(succeeds(bearing(log, 0, 2))).isTrue();
    }

    @Test
    void what_memory_cannot_tell_is_rejected_but_for_a_tag_that_was_not_used() {
        LogUnderTest small = open(settings -> settings.withWindow(SMALL_WINDOW, 1 << 20));
        get(small.append(new Opened("b")));
        get(small.append(new Opened("a")));
        for (int i = 0; i < 3 * SMALL_WINDOW; i++) {
            get(small.append(new Seen("a", "alice")));
        }
        assertThat(succeeds(bearing(small, 1, 2))).isTrue();
        assertRejected(small.appendBearing(Tag.of("account", "b"), -1, 2, AppendCondition.none(), new Opened("c")));
        assertThat(succeeds(small.appendBearing(Tag.of("account", "b"), 0, 2, AppendCondition.none(), new Opened("c"))))
                .isTrue();
    }

    @Test
    void a_position_beyond_the_log_is_rejected() {
        get(log.append(new Opened("a")));
        assertRejected(bearing(log, 7, 100));
    }

    private static CompletableFuture<Long> bearing(LogUnderTest log, long position, long eventsMax) {
        return log.appendBearing(A, position, eventsMax, AppendCondition.none(), new Deposited("a", 1));
    }
}
