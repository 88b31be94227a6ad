package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.codec.EventTypes;
import io.attestore.eventlog.codec.JsonEventCodec;
import io.attestore.eventlog.contract.AccountEvents.Seen;
import io.attestore.eventlog.table.EventContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

class LogWindowTest {

    private static final int EVENT_BYTES = 1_000;
    private static final int EMPTY_BYTES =
            new EventContent(UUID.randomUUID(), "", "", 0, List.of(), new byte[0], new byte[0]).bytes();

    @Test
    void it_is_bounded_by_count() {
        LogWindow window = new LogWindow(10, Long.MAX_VALUE, 1_000, 0);
        for (int i = 0; i < 25; i++) {
            window.add(List.of(event(i, Set.of("t" + i))));
        }
        assertThat(window.start()).isEqualTo(15);
        assertThat(window.head()).isEqualTo(24);
        assertThat(window.at(14)).isEmpty();
        assertThat(window.at(15)).isPresent();
        assertThat(window.matching(FlatCriteria.of(tag("t3")), 3, 24)).isEmpty();
        assertThat(window.matching(FlatCriteria.of(tag("t3")), 15, 24)).contains(List.of());
        assertThat(positions(window, tag("t20"), 15)).containsExactly(20L);
    }

    @Test
    void that_nothing_is_new_is_known_for_events_that_are_long_gone() {
        LogWindow window = new LogWindow(10, Long.MAX_VALUE, 1_000, 0);
        window.add(List.of(event(0, Set.of("old"))));
        for (int i = 1; i < 100; i++) {
            window.add(List.of(event(i, Set.of("t" + i))));
        }
        assertThat(window.matching(FlatCriteria.of(tag("old")), 1, 99)).contains(List.of());
        assertThat(window.matching(FlatCriteria.of(tag("old")), 0, 99)).isEmpty();
        assertThat(window.matching(FlatCriteria.of(tag("never")), 0, 99)).contains(List.of());
        assertThat(window.matching(FlatCriteria.of(tag("old").or(tag("t50"))), 20, 99))
                .isEmpty();
    }

    @Test
    void what_tags_it_forgot_is_not_taken_for_unused() {
        LogWindow window = new LogWindow(10, Long.MAX_VALUE, 20, 0);
        for (int i = 0; i < 100; i++) {
            window.add(List.of(event(i, Set.of("t" + i))));
        }
        assertThat(window.matching(FlatCriteria.of(tag("t3")), 3, 99)).isEmpty();
        assertThat(window.matching(FlatCriteria.of(tag("t3")), 4, 99)).isEmpty();
        assertThat(window.matching(FlatCriteria.of(tag("t3")), 95, 99)).contains(List.of());
        assertThat(window.matching(FlatCriteria.of(tag("t97")), 95, 99).orElseThrow())
                .hasSize(1);
    }

    @Test
    void it_says_beforehand_what_it_can_tell() {
        LogWindow window = new LogWindow(10, Long.MAX_VALUE, 20, 0);
        for (int i = 0; i < 100; i++) {
            window.add(List.of(event(i, Set.of("t" + i))));
        }
        Tag forgotten = Tag.of("t", "t3");
        assertThat(window.tells(forgotten, 4)).isFalse();
        assertThat(window.tells(forgotten, 95)).isTrue();
        assertThat(window.tells(forgotten, 100)).isTrue();
        Tag remembered = Tag.of("t", "t89");
        assertThat(window.tells(remembered, 89)).as("it has left the window").isFalse();
        assertThat(window.tells(remembered, 90))
                .as("and is known to be the last")
                .isTrue();
    }

    @Test
    void an_event_in_the_window_whose_tag_was_forgotten_is_not_overlooked() {
        LogWindow window = new LogWindow(100, Long.MAX_VALUE, 20, 0);
        for (int i = 0; i < 98; i++) {
            window.add(List.of(event(i, Set.of("t" + i))));
        }
        window.add(List.of(event(98, Set.of("t3"))));
        window.add(List.of(event(99, Set.of("t4"))));
        assertThat(window.matching(FlatCriteria.of(tag("t5")), 3, 99)).isEmpty();
        assertThat(window.matching(FlatCriteria.of(tag("t3")), 3, 99)).isEmpty();
        assertThat(window.matching(FlatCriteria.of(tag("t3")), 95, 99).orElseThrow())
                .hasSize(1);
    }

    @Test
    void it_is_bounded_by_bytes() {
        LogWindow window = new LogWindow(1_000, 5 * EVENT_BYTES, 1_000, 0);
        for (int i = 0; i < 25; i++) {
            window.add(List.of(event(i, Set.of())));
        }
        assertThat(window.start()).isEqualTo(20);
        assertThat(window.range(20, 24).orElseThrow()).hasSize(5);
    }

    @Test
    void a_gap_is_refused() {
        LogWindow window = new LogWindow(10, Long.MAX_VALUE, 1_000, 5);
        assertThat(window.head()).isEqualTo(4);
        assertThatThrownBy(() -> window.add(List.of(event(6, Set.of())))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_finds_what_a_scan_finds() {
        RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(42);
        LogWindow window = new LogWindow(200, Long.MAX_VALUE, 1_000, 0);
        List<CommittedEvent> all = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Set<String> tags = new HashSet<>();
            for (int t = random.nextInt(4); t > 0; t--) {
                tags.add("t" + random.nextInt(12));
            }
            CommittedEvent event = event(i, tags);
            all.add(event);
            window.add(List.of(event));
            EventCriteria criteria = random.nextBoolean()
                    ? EventCriteria.havingTags(
                            Tag.of("t", "t" + random.nextInt(6)), Tag.of("t", "t" + random.nextInt(6, 15)))
                    : tag("t" + random.nextInt(15)).or(tag("t" + random.nextInt(15)));
            long from = Math.max(window.start(), i - random.nextInt(250));
            List<CommittedEvent> expected = all.subList((int) from, i + 1).stream()
                    .filter(candidate -> candidate.matches(criteria))
                    .toList();
            assertThat(window.matching(FlatCriteria.of(criteria), from, i)).contains(expected);
        }
    }

    @Test
    void a_reader_beside_the_writer_sees_everything_or_nothing() {
        LogWindow window = new LogWindow(64, Long.MAX_VALUE, 1_000, 0);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Long> reader = CompletableFuture.supplyAsync(() -> {
            long answers = 0;
            while (!done.get() || answers == 0) {
                long head = window.head();
                long from = Math.max(window.start(), head - 20);
                var found = window.matching(FlatCriteria.of(tag("even")), from, head);
                if (found.isPresent() && from <= head) {
                    long expected = Math.floorDiv(head, 2) - Math.floorDiv(from - 1, 2);
                    assertThat(found.get()).hasSize((int) expected);
                    answers++;
                }
            }
            return answers;
        });
        for (int i = 0; i < 100_000; i++) {
            window.add(List.of(event(i, i % 2 == 0 ? Set.of("even") : Set.of())));
        }
        done.set(true);
        assertThat(reader.join()).isPositive();
    }

    private static List<Long> positions(LogWindow window, EventCriteria criteria, long from) {
        return window.matching(FlatCriteria.of(criteria), from, window.head()).orElseThrow().stream()
                .map(CommittedEvent::position)
                .toList();
    }

    private static EventCriteria tag(String value) {
        return EventCriteria.havingTags("t", value);
    }

    private static CommittedEvent event(long position, Set<String> tags) {
        Set<Tag> all = new HashSet<>();
        tags.forEach(tag -> all.add(Tag.of("t", tag)));
        EventContent content = new EventContent(
                UUID.randomUUID(), "test.Seen", "1", 0, List.of(), new byte[0], new byte[EVENT_BYTES - EMPTY_BYTES]);
        return new CommittedEvent(
                position, content, new Seen("a", "alice"), Set.copyOf(all), new JsonEventCodec(EventTypes.of()));
    }
}
