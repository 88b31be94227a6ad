package io.attestore.eventlog.contract;

import static io.attestore.eventlog.contract.LogUnderTest.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.eventlog.contract.AccountEvents.Deposited;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.events.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.Test;

/** Streams: everything once, in order, from any token on, and woken when there is more. */
public abstract class StreamingContract extends LogContract {

    @Test
    void a_stream_begins_with_the_first_event_and_a_token_is_the_last_one_taken() {
        get(log.append(new Opened("a"), new Opened("b"), new Opened("c")));
        for (TrackingToken first : List.of(get(log.engine().firstToken(null)), TrackingToken.FIRST)) {
            MessageStream<EventMessage> stream = log.engine().stream(StreamingCondition.startingFrom(first), null);
            var entry = stream.next().orElseThrow();
            assertThat(entry.message().payload()).isEqualTo(new Opened("a"));
            TrackingToken token = TrackingToken.fromContext(entry).orElseThrow();
            stream.close();
            assertThat(token).isEqualTo(new GlobalSequenceTrackingToken(0));
            assertThat(drain(log, StreamingCondition.startingFrom(token)))
                    .containsExactly(new Opened("b"), new Opened("c"));
        }
    }

    @Test
    void the_latest_token_skips_what_is_there() {
        get(log.append(new Opened("a")));
        var stream = log.engine().stream(
                StreamingCondition.startingFrom(get(log.engine().latestToken(null))), null);
        assertThat(stream.hasNextAvailable()).isFalse();
        get(log.append(new Opened("b")));
        assertThat(stream.next().orElseThrow().message().payload()).isEqualTo(new Opened("b"));
        stream.close();
    }

    @Test
    void peeking_takes_nothing() {
        get(log.append(new Opened("a")));
        var stream = log.engine().stream(StreamingCondition.startingFrom(null), null);
        assertThat(stream.peek().orElseThrow().message().payload()).isEqualTo(new Opened("a"));
        assertThat(stream.next().orElseThrow().message().payload()).isEqualTo(new Opened("a"));
        assertThat(stream.next()).isEmpty();
        assertThat(stream.isCompleted()).isFalse();
        stream.close();
        assertThat(stream.isCompleted()).isTrue();
    }

    @Test
    void a_filtered_stream_has_what_matches() {
        for (int i = 0; i < 10; i++) {
            get(log.append(new Deposited("a", i), new Deposited("b", i), new Seen("a", "alice")));
        }
        assertThat(drain(log, StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(-1), account("b"))))
                .hasSize(10)
                .allSatisfy(event -> assertThat(((Deposited) event).account()).isEqualTo("b"));
    }

    @Test
    void a_stream_reads_what_is_older_than_memory() {
        LogUnderTest small = open(settings -> settings.withWindow(7, 1 << 20));
        List<Event> expected = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            expected.add(new Deposited("a", i));
        }
        get(small.append(expected.toArray(Event[]::new)));
        assertThat(drain(small, StreamingCondition.startingFrom(null))).isEqualTo(expected);
        assertThat(drain(small, StreamingCondition.conditionFor(new GlobalSequenceTrackingToken(99), account("a"))))
                .isEqualTo(expected.subList(100, 700));
    }

    @Test
    void a_waiting_reader_is_woken() throws InterruptedException {
        assertWoken(log, log);
    }

    @Test
    void a_waiting_reader_is_woken_by_an_append_on_another_node() throws InterruptedException {
        assertWoken(log, open(settings -> settings));
    }

    @Test
    void the_token_of_a_time_is_before_the_first_event_since() {
        get(log.append(new Opened("a"), new Opened("b")));
        assertThat(get(log.engine().tokenAt(LogUnderTest.NOON, null))).isEqualTo(new GlobalSequenceTrackingToken(-1));
        assertThat(get(log.engine().tokenAt(LogUnderTest.NOON.plusSeconds(1), null)))
                .isEqualTo(new GlobalSequenceTrackingToken(1));
    }

    private static void assertWoken(LogUnderTest reader, LogUnderTest writer) throws InterruptedException {
        var stream = reader.engine().stream(StreamingCondition.startingFrom(null), null);
        Semaphore woken = new Semaphore(0);
        stream.setCallback(woken::release);
        woken.drainPermits();
        get(writer.append(new Opened("a")));
        while (!stream.hasNextAvailable()) {
            assertThat(woken.tryAcquire(PATIENCE.toMillis() / 5, TimeUnit.MILLISECONDS))
                    .isTrue();
        }
        assertThat(stream.next().orElseThrow().message().payload()).isEqualTo(new Opened("a"));
        stream.close();
    }

    private static List<Event> drain(LogUnderTest log, StreamingCondition condition) {
        var stream = log.engine().stream(condition, null);
        List<Event> events = new ArrayList<>();
        for (var entry = stream.next(); entry.isPresent(); entry = stream.next()) {
            events.add((Event) entry.get().message().payload());
        }
        assertThat(stream.error()).isEmpty();
        stream.close();
        return events;
    }
}
