package io.attestore.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.trail.MappedCalls.MappedCall;
import io.attestore.events.call.CallRefused;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappedCallsTest {

    private static final int BATCH = 3;
    private static final int KEPT_MAX = 8;

    private final MemoryLog log = new MemoryLog();
    private final List<Long> eventsRead = new ArrayList<>();
    private final MappedCalls calls = new MappedCalls(new LoggedCalls(new Noting(), BATCH), KEPT_MAX);

    @Test
    void holds_the_calls_of_the_log_with_what_their_records_are_found_by() {
        appendCalls(3);

        assertThat(from(0)).extracting(MappedCall::position).containsExactly(0L, 2L, 3L);
        assertThat(from(0)).extracting(MappedCall::events).containsExactly(2, 1, 2);
        assertThat(from(0)).allSatisfy(call -> assertThat(call.records()).isNotEmpty());
        assertThat(from(2)).extracting(MappedCall::position).containsExactly(2L, 3L);
    }

    @Test
    void nothing_is_read_from_the_log_twice() {
        appendCalls(4);
        List<MappedCall> first = from(0);
        eventsRead.clear();

        assertThat(from(0)).isEqualTo(first);
        assertThat(from(3)).isEqualTo(first.subList(2, 4));
        assertThat(eventsRead).isEmpty();

        appendCalls(1);
        assertThat(from(0)).hasSize(5);
        assertThat(eventsRead).allSatisfy(position -> assertThat(position).isGreaterThan(5));
    }

    @Test
    void keeps_the_newest_and_reads_what_is_older_again() {
        appendCalls(3 * KEPT_MAX);

        assertThat(from(0)).hasSize(3 * KEPT_MAX);
        eventsRead.clear();
        assertThat(from(0)).hasSize(3 * KEPT_MAX);
        assertThat(eventsRead).contains(0L).doesNotContain(log.head());
    }

    @Test
    void goes_on_behind_an_index_that_has_passed_what_is_kept() {
        appendCalls(4);
        from(0);
        appendCalls(6);

        List<MappedCall> news = from(12);

        assertThat(news).extracting(MappedCall::position).containsExactly(12L, 14L);
        assertThat(from(0)).hasSize(10).endsWith(news.toArray(MappedCall[]::new));
    }

    @Test
    void a_call_that_cannot_be_mapped_has_no_records() {
        log.appendForeign(Calls.AT, new CallRefused("Code", "why"), Map.of("requestId", "broken"));

        assertThat(from(0))
                .singleElement()
                .satisfies(call -> assertThat(call.records()).isEmpty());
    }

    private List<MappedCall> from(long position) {
        List<MappedCall> all = new ArrayList<>();
        for (List<MappedCall> more = calls.read(position); !more.isEmpty(); ) {
            all.addAll(more);
            more = calls.read(all.getLast().next());
        }
        return all;
    }

    /** Of two events and of one in turns. */
    private void appendCalls(int count) {
        for (int call = 0; call < count; call++) {
            String name = "/app/" + log.head();
            if (call % 2 == 0) {
                log.append(
                        Calls.named("request-" + log.head(), Calls.getParameter(name)),
                        Calls.disclosed(name),
                        Calls.keyUsed("Decrypt", name));
            } else {
                log.append(Calls.named("request-" + log.head(), Calls.getParameter(name)), Calls.disclosed(name));
            }
        }
    }

    /** The log, and which of its events were read. */
    private final class Noting implements LogReader {

        @Override
        public long head() {
            return log.head();
        }

        @Override
        public List<RecordedEvent> read(long from, int limit) {
            List<RecordedEvent> read = log.read(from, limit);
            read.forEach(event -> eventsRead.add(event.position()));
            return read;
        }

        @Override
        public List<RecordedEvent> at(Collection<Long> positions) {
            return log.at(positions);
        }

        @Override
        public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
            return log.awaitBeyond(position, timeout);
        }
    }
}
