package io.attestore.audit.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.audit.fixture.Calls;
import io.attestore.audit.fixture.MemoryLog;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoggedCallsTest {

    @Property(tries = 200)
    void calls_are_never_torn_whatever_the_size_of_a_batch(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 10) int batchEvents) {
        MemoryLog log = new MemoryLog();
        for (int size : sizes) {
            CallAnswered[] events = new CallAnswered[size];
            Arrays.fill(events, new CallAnswered());
            log.append(Calls.getParameter("/a"), events);
        }

        List<Integer> read = new ArrayList<>();
        LoggedCalls calls = new LoggedCalls(log, batchEvents);
        LoggedCalls.Batch batch = calls.read(0);
        while (!batch.isEmpty()) {
            batch.calls().forEach(call -> read.add(call.size()));
            batch = calls.read(batch.through() + 1);
        }

        assertThat(read).isEqualTo(sizes);
        assertThat(batch.through()).isEqualTo(log.head());
    }

    @Test
    void events_without_a_call_stand_alone() {
        MemoryLog log = new MemoryLog();
        log.appendForeign(Calls.AT, new CallAnswered(), Map.of());
        log.appendForeign(Calls.AT, new CallAnswered(), Map.of());

        assertThat(new LoggedCalls(log, 10).read(0).calls())
                .extracting(List<RecordedEvent>::size)
                .containsExactly(1, 1);
    }
}
