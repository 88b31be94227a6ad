package io.attestore.entities.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.attestore.entities.ssm.parameter.ParameterDirectory;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.call.CallAnswered;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterName;
import io.attestore.events.id.Region;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import io.attestore.events.parameter.ParameterCreated;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PastStatesTest {

    private static final AccountRegion WHERE =
            new AccountRegion(new AccountId("123456789012"), new Region("eu-west-1"));
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void a_state_is_what_its_events_up_to_the_position_made_it() {
        ListLog log = new ListLog();
        log.add(NOON, created("/a"));
        log.add(NOON, new CallAnswered());
        log.add(NOON, created("/b"));
        log.add(NOON, new ParameterDeleted(WHERE, new ParameterName("/a"), List.of()));
        PastStates past = new PastStates(log, log, 1_000_000);

        assertThat(paths(past, -1)).isEmpty();
        assertThat(paths(past, 0)).containsExactly("/a");
        assertThat(paths(past, 1)).containsExactly("/a");
        assertThat(paths(past, 2)).containsExactly("/a", "/b");
        assertThat(paths(past, 3)).containsExactly("/b");
        assertThat(paths(past, 2)).containsExactly("/a", "/b");
    }

    @Test
    void a_moment_before_the_first_event_is_before_the_first_position() {
        ListLog log = new ListLog();
        assertThat(new PastStates(log, log, 1_000).positionAt(NOON)).isEqualTo(-1);
        log.add(NOON, created("/a"));
        assertThat(new PastStates(log, log, 1_000).positionAt(NOON.minusNanos(1_000)))
                .isEqualTo(-1);
        assertThat(new PastStates(log, log, 1_000).positionAt(NOON)).isZero();
    }

    /** Events are at most fourteen seconds out of order. */
    @Property(tries = 300)
    void a_moment_is_found_as_if_every_event_had_been_looked_at(
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> steps,
            @ForAll @Size(value = 60) List<@IntRange(max = 7) Integer> late,
            @ForAll @IntRange(min = -20, max = 3_000) int asked) {
        ListLog log = new ListLog();
        long seconds = 0;
        for (int i = 0; i < steps.size(); i++) {
            seconds += steps.get(i);
            log.add(NOON.plusSeconds(seconds - late.get(i)), new CallAnswered());
        }
        Instant moment = NOON.plus(Duration.ofSeconds(asked));

        OptionalLong expected = LongStream.range(0, log.events.size())
                .filter(position -> !log.events.get((int) position).at().isAfter(moment))
                .max();

        assertThat(new PastStates(log, log, 1_000).positionAt(moment)).isEqualTo(expected.orElse(-1));
    }

    private static Collection<String> paths(PastStates past, long position) {
        return past.load(ParameterDirectory.TYPE, WHERE, position).byPath().keySet();
    }

    private static ParameterCreated created(String name) {
        return new ParameterCreated(WHERE, new ParameterName(name), ParameterType.STRING);
    }

    /** A log in memory; a page holds one event, so that every fold is one of many pages. */
    private static final class ListLog implements LogReader, TagReader {

        private final List<RecordedEvent> events = new ArrayList<>();

        void add(Instant at, Event event) {
            events.add(new RecordedEvent(events.size(), "event " + events.size(), at, event, Map.of()));
        }

        @Override
        public long head() {
            return events.size() - 1L;
        }

        @Override
        public List<RecordedEvent> read(long from, int limit) {
            int begin = (int) Math.min(from, events.size());
            return events.subList(begin, Math.min(events.size(), begin + limit));
        }

        @Override
        public List<RecordedEvent> at(Collection<Long> positions) {
            return positions.stream()
                    .map(position -> events.get(Math.toIntExact(position)))
                    .toList();
        }

        @Override
        public boolean awaitBeyond(long position, Duration timeout) {
            return head() > position;
        }

        @Override
        public Page read(EventTag tag, long from, long to, int limit) {
            RecordedEvent event = events.get(Math.toIntExact(from));
            return new Page(event.event().tags().contains(tag) ? List.of(event) : List.of(), from);
        }
    }
}
