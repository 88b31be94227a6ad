package io.attestore.eventlog.contract;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange;
import io.attestore.events.log.KeyRowChange.Destroy;
import io.attestore.events.log.KeyRowChange.Put;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.junit.jupiter.api.Test;

/** Key rows that go with an append: with its events, or not at all. */
public abstract class CompanionRowContract extends LogContract {

    private static final Bytes FIRST = Bytes.copyOf(new byte[] {1, 2, 3});
    private static final Bytes SECOND = Bytes.copyOf(new byte[] {4});

    @Test
    void a_row_is_there_when_the_append_is_answered_and_gone_when_it_is_destroyed() {
        get(with(new Put("k", FIRST)));
        assertThat(log.keys().find("k")).contains(FIRST);
        get(with(new Destroy("k")));
        assertThat(log.keys().find("k")).isEmpty();
        get(with(new Put("k", SECOND)));
        assertThat(log.keys().find("k")).contains(SECOND);
    }

    @Test
    void a_rejected_append_leaves_no_row_and_destroys_none() {
        get(with(new Put("old", FIRST)));
        get(log.append(new Opened("a")));
        AppendCondition stale = AppendCondition.withCriteria(account("a"));
        assertRejected(
                log.appendWith(List.of(new Put("new", FIRST), new Destroy("old")), stale, new Seen("a", "alice")));
        assertThat(log.keys().find("new")).isEmpty();
        assertThat(log.keys().find("old")).contains(FIRST);
    }

    @Test
    void an_append_that_would_replace_a_row_fails_alone() {
        get(with(new Put("k", FIRST)));
        List<CompletableFuture<Long>> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            others.add(log.append(new Seen("a", "alice")));
        }
        CompletableFuture<Long> replacing = with(new Put("k", SECOND));
        others.add(with(new Put("other", SECOND)));

        assertRejected(replacing);
        assertThat(others).allSatisfy(other -> assertThat(succeeds(other)).isTrue());
        assertThat(log.keys().find("k")).contains(FIRST);
        assertThat(log.keys().find("other")).contains(SECOND);
        assertThat(log.reader().head()).isEqualTo(11);
    }

    @Test
    void of_several_that_add_the_same_row_together_one_wins() {
        List<CompletableFuture<Long>> appends = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            appends.add(with(new Put("k", FIRST)));
        }
        assertThat(appends.stream().filter(LogContract::succeeds).count()).isEqualTo(1);
        assertThat(log.reader().head()).isZero();
    }

    @Test
    void changes_happen_in_their_order() {
        get(with(new Put("k", FIRST)));
        get(with(new Destroy("k"), new Put("k", SECOND), new Put("l", FIRST), new Destroy("l"), new Destroy("none")));
        assertThat(log.keys().find("k")).contains(SECOND);
        assertThat(log.keys().find("l")).isEmpty();
    }

    private CompletableFuture<Long> with(KeyRowChange... changes) {
        return log.appendWith(List.of(changes), AppendCondition.none(), new Seen("a", "alice"));
    }
}
