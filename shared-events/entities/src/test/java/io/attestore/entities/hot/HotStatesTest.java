package io.attestore.entities.hot;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.entities.HistoryLog;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class HotStatesTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");

    private static final EntityType<String, Tally> TALLY = new EntityType<>(
            "tally",
            id -> new EventTag("tally", id),
            id -> new Tally(0, Instant.EPOCH),
            (tally, event, at) -> event instanceof Counted ? new Tally(tally.count() + 1, at) : tally,
            tally -> 100);

    private static final EntityType<String, Tally> STORED_TALLY = new EntityType<>(
            "stored tally", TALLY.tag(), TALLY.initial(), TALLY.evolve(), TALLY.weight(), OptionalInt.of(1));

    private final MemoryLog log = new MemoryLog();
    private final EventStore eventStore = log.eventStore();
    private final UnitOfWorkFactory units = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
    private final StateCache cache = new StateCache(1 << 20);
    private final HotStates states = new HotStates(eventStore, log, cache);
    private final List<Noted> noted = new ArrayList<>();
    private final HotStates tolerant = new HotStates(
            eventStore,
            log,
            cache,
            Optional.of((context, tag, position, eventsMax) -> noted.add(new Noted(tag, position, eventsMax))),
            LogMemory.ALL,
            Snapshots.NONE);
    private final MemorySnapshots snapshots = new MemorySnapshots(new HistoryLog(log::recorded), 64);

    @Test
    void a_state_that_nothing_happened_to_is_its_types_initial_state() {
        assertThat(countOf("a")).isZero();
    }

    @Test
    void a_state_has_folded_in_every_event_of_its_tag_and_no_other() {
        count("a");
        count("b");
        count("a");

        assertThat(countOf("a")).isEqualTo(2);
        assertThat(countOf("b")).isEqualTo(1);
    }

    @Test
    void a_fold_sees_when_the_event_happened() {
        count("a");

        Tally tally = in(entities -> entities.load(TALLY, "a"));

        assertThat(tally.last()).isEqualTo(AT);
    }

    @Test
    void the_next_load_sources_only_what_is_newer() {
        count("a");
        count("b");
        countOf("a");

        count("a");
        log.sourcedFrom.clear();

        assertThat(countOf("a")).isEqualTo(2);
        assertThat(log.sourcedFrom).containsExactly(2L);
    }

    @Test
    void a_thousand_loads_source_each_event_once() {
        for (int i = 0; i < 100; i++) {
            count("a");
        }

        for (int i = 0; i < 1000; i++) {
            assertThat(countOf("a")).isEqualTo(100);
        }

        assertThat(log.eventsSourced).isEqualTo(100);
        assertThat(log.sourcedFrom.subList(1, 1000)).doesNotContain(0L);
    }

    @Test
    void a_state_that_nothing_has_moved_yet_is_read_from_the_beginning_only_once() {
        count("b");
        countOf("a");
        log.sourcedFrom.clear();

        assertThat(countOf("a")).isZero();

        assertThat(log.sourcedFrom).containsExactly((long) log.size());
    }

    @Test
    void the_log_moves_on_and_an_unchanged_state_follows_it() {
        count("a");
        countOf("a");
        log.moveOn(3 * HotStates.POSITIONS_BEHIND_MAX);
        countOf("a");
        log.sourcedFrom.clear();

        countOf("a");

        assertThat(log.sourcedFrom).containsExactly((long) log.size());
    }

    @Test
    void the_latest_state_is_read_outside_of_any_context_and_kept() {
        count("a");
        count("b");
        assertThat(states.latest(TALLY, "a").count()).isEqualTo(1);
        count("a");
        assertThat(states.latest(TALLY, "a").count()).isEqualTo(2);
        log.sourcedFrom.clear();

        assertThat(countOf("a")).isEqualTo(2);
        assertThat(log.sourcedFrom).containsExactly((long) log.size());
    }

    @Test
    void two_loads_in_one_context_give_the_same_state_whatever_happens_between() {
        count("a");

        List<Integer> seen = in(entities -> {
            List<Integer> counts = new ArrayList<>();
            counts.add(entities.load(TALLY, "a").count());
            count("a");
            counts.add(entities.load(TALLY, "a").count());
            return counts;
        });

        assertThat(seen).containsExactly(1, 1);
        assertThat(countOf("a")).isEqualTo(2);
    }

    @Test
    void an_event_that_was_appended_between_two_loads_of_one_context_is_not_folded_twice() {
        count("a");
        in(entities -> {
            entities.load(TALLY, "a");
            count("b");
            return entities.load(TALLY, "b");
        });

        assertThat(countOf("b")).isEqualTo(1);
        assertThat(countOf("b")).isEqualTo(1);
    }

    @Test
    void the_contexts_own_events_are_folded_once_by_the_next_load() {
        units.create()
                .executeWithResult(context -> {
                    states.load(TALLY, "a", context);
                    append(context, "a");
                    assertThat(states.load(TALLY, "a", context).count()).isZero();
                    return completedFuture("done");
                })
                .join();

        assertThat(countOf("a")).isEqualTo(1);
        assertThat(countOf("a")).isEqualTo(1);
    }

    @Test
    void an_append_based_on_a_state_that_changed_meanwhile_is_rejected_and_leaves_no_trace() {
        count("a");
        countOf("a");

        assertThatThrownBy(() -> units.create()
                        .executeWithResult(context -> {
                            states.load(TALLY, "a", context);
                            count("a");
                            append(context, "a");
                            return completedFuture("done");
                        })
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(AppendEventsTransactionRejectedException.class);
        assertThat(countOf("a")).isEqualTo(2);
    }

    @Test
    void an_append_based_on_other_states_is_accepted() {
        units.create()
                .executeWithResult(context -> {
                    states.load(TALLY, "a", context);
                    count("b");
                    append(context, "a");
                    return completedFuture("done");
                })
                .join();

        assertThat(countOf("a")).isEqualTo(1);
    }

    @Test
    void a_state_that_did_not_fit_is_sourced_from_the_beginning_and_right() {
        HotStates forgetful = new HotStates(eventStore, log, new StateCache(0));
        count("a");
        count("a");

        for (int i = 0; i < 3; i++) {
            assertThat(countOf(forgetful, "a")).isEqualTo(2);
        }
    }

    @Test
    void the_cache_keeps_no_more_than_its_limit() {
        StateCache small = new StateCache(100L * 356);
        HotStates bounded = new HotStates(eventStore, log, small);
        for (int i = 0; i < 1000; i++) {
            String id = "id-" + i;
            count(id);
            in(bounded, entities -> entities.load(TALLY, id));
        }

        assertThat(small.size()).isBetween(1L, 100L);
        assertThat(countOf(bounded, "id-0")).isEqualTo(1);
    }

    @Test
    void an_older_state_never_replaces_a_newer_one() {
        StateKey key = new StateKey("tally", "a");
        cache.put(key, new StateAt<>(new Tally(2, AT), 7), 100);
        cache.put(key, new StateAt<>(new Tally(1, AT), 3), 100);

        assertThat(cache.find(key)).hasValue(new StateAt<>(new Tally(2, AT), 7));
    }

    @Test
    void concurrent_callers_of_one_state_count_everyone_once() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                callers.add(executor.submit(() -> {
                    for (int i = 0; i < 50; i++) {
                        countOnTopOfWhatIsSeen();
                    }
                }));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
        }

        assertThat(countOf("a")).isEqualTo(800);
        assertThat(log.size()).isEqualTo(800);
    }

    @Test
    void a_state_that_is_peeked_at_makes_the_append_conditional_on_nothing_but_the_tolerance() {
        count("a");
        count("b");

        peekAndCount("a", tally -> 7, () -> count("a"));

        assertThat(noted).containsExactly(new Noted(new EventTag("tally", "a"), 1, 7));
        assertThat(countOf("a")).isEqualTo(3);
    }

    @Test
    void a_peek_that_bears_nothing_is_a_load() {
        count("a");

        assertThatThrownBy(() -> peekAndCount("a", tally -> -1, () -> count("a")))
                .hasRootCauseInstanceOf(AppendEventsTransactionRejectedException.class);

        assertThat(noted).isEmpty();
    }

    @Test
    void where_tolerances_go_nowhere_a_peek_is_a_load() {
        HotStates exact = new HotStates(eventStore, log, cache);
        count("a");

        assertThatThrownBy(() -> units.create()
                        .executeWithResult(context -> {
                            exact.in(context).peek(TALLY, "a", tally -> 7);
                            count("a");
                            append(context, "a");
                            return completedFuture("done");
                        })
                        .join())
                .hasRootCauseInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    @Test
    void states_that_are_fetched_are_read_at_once_and_right() {
        count("a");
        count("b");
        count("a");

        in(entities -> {
            entities.fetch(TALLY, List.of("a", "b", "never"));
            return "done";
        });

        assertThat(log.sourcedFrom).containsExactly(0L);
        assertThat(countOf("a")).isEqualTo(2);
        assertThat(countOf("b")).isEqualTo(1);
        assertThat(countOf("never")).isZero();
        assertThat(log.sourcedFrom.subList(1, 4)).containsOnly(3L);
    }

    @Test
    void a_state_that_is_in_memory_is_not_fetched() {
        count("a");
        count("b");
        countOf("a");
        log.sourcedFrom.clear();

        in(entities -> {
            entities.fetch(TALLY, List.of("a", "b"));
            return "done";
        });

        assertThat(log.sourcedFrom).isEmpty();
    }

    @Test
    void a_crowd_that_finds_a_state_not_in_memory_reads_its_history_once() throws Exception {
        for (int i = 0; i < 100; i++) {
            count("a");
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> callers = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                callers.add(executor.submit(() -> countOf("a")));
            }
            for (Future<Integer> caller : callers) {
                assertThat(caller.get()).isEqualTo(100);
            }
        }

        assertThat(log.sourcedFrom).filteredOn(from -> from == 0).hasSize(1);
    }

    @Test
    void a_crowd_whose_state_lacks_what_has_left_the_logs_memory_reads_that_once() throws Exception {
        count("a");
        HotStates hot = remembering(50);
        assertThat(countOf(hot, "a")).isEqualTo(1);
        for (int i = 0; i < 60; i++) {
            count("a");
        }
        log.sourcedFrom.clear();
        log.readingTakes = Duration.ofMillis(100);

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> callers = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                callers.add(executor.submit(() -> countOf(hot, "a")));
            }
            for (Future<Integer> caller : callers) {
                assertThat(caller.get()).isEqualTo(61);
            }
        }

        assertThat(log.sourcedFrom).filteredOn(from -> from < 50).containsExactly(1L);
    }

    @Test
    void what_the_log_does_not_remember_any_more_is_read_once_though_nothing_has_changed() {
        count("a");
        HotStates hot = remembering(50);
        countOf(hot, "a");
        log.moveOn(60);
        log.sourcedFrom.clear();

        assertThat(countOf(hot, "a")).isEqualTo(1);
        assertThat(hot.latest(TALLY, "a").count()).isEqualTo(1);

        assertThat(log.sourcedFrom).containsExactly(1L, (long) log.size());
    }

    @Test
    void a_state_that_the_log_can_bring_up_to_date_from_memory_waits_for_nobody() throws Exception {
        count("a");
        HotStates hot = remembering(0);
        countOf(hot, "a");
        count("a");
        log.readingTakes = Duration.ofMillis(100);
        log.sourcedFrom.clear();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                callers.add(executor.submit(() -> countOf(hot, "a")));
            }
            for (Future<Integer> caller : callers) {
                assertThat(caller.get()).isEqualTo(2);
            }
        }

        assertThat(log.sourcedFrom).containsOnly(1L);
    }

    /** On a log that remembers what happened from a position on. */
    private HotStates remembering(long start) {
        return new HotStates(
                eventStore,
                log,
                new StateCache(1 << 20),
                Optional.empty(),
                (tag, from) -> from >= start,
                Snapshots.NONE);
    }

    @Test
    void a_state_that_was_stored_is_not_folded_from_its_beginning() {
        countStored("a", HotStates.MOVES_READ_MAX);
        count("b");
        count("a");
        log.sourcedFrom.clear();
        log.eventsSourced = 0;

        assertThat(countOfStored(restarted(), "a")).isEqualTo(HotStates.MOVES_READ_MAX + 1);

        assertThat(log.sourcedFrom).containsExactly((long) log.size());
        assertThat(log.eventsSourced).isZero();
    }

    @Test
    void a_state_in_memory_is_stored_each_time_it_has_been_moved_a_long_way() {
        HotStates hot = restarted();
        for (int i = 1; i < 3 * HotStates.MOVES_MAX; i++) {
            count("a");
            countOfStored(hot, "a");
        }

        Snapshots.Found<Tally> found =
                snapshots.find(STORED_TALLY, List.of("a")).get("a");

        assertThat(found.state().count()).isEqualTo(2 * HotStates.MOVES_MAX);
        assertThat(found.since()).hasSize(HotStates.MOVES_MAX - 1);
    }

    @Test
    void what_is_short_is_not_stored() {
        countStored("a", HotStates.MOVES_READ_MAX - 1);

        assertThat(snapshots.find(STORED_TALLY, List.of("a"))).isEmpty();
    }

    @Test
    void states_of_other_types_are_neither_stored_nor_looked_up() {
        HotStates hot = restarted();
        for (int i = 0; i < 2 * HotStates.MOVES_MAX; i++) {
            count("a");
        }
        in(hot, entities -> entities.load(TALLY, "a"));

        assertThat(snapshots.finds).isZero();
    }

    @Test
    void states_that_are_fetched_are_taken_from_where_they_are_stored_and_the_rest_is_read_at_once() {
        countStored("a", HotStates.MOVES_READ_MAX);
        countStored("b", HotStates.MOVES_READ_MAX);
        count("b");
        count("c");
        count("d");
        HotStates hot = restarted();
        log.sourcedFrom.clear();
        log.eventsSourced = 0;

        in(hot, entities -> {
            entities.fetch(STORED_TALLY, List.of("a", "b", "c", "d"));
            return "done";
        });

        assertThat(log.sourcedFrom).containsExactly(0L);
        assertThat(log.eventsSourced).isEqualTo(2);
        assertThat(countOfStored(hot, "a")).isEqualTo(HotStates.MOVES_READ_MAX);
        assertThat(countOfStored(hot, "b")).isEqualTo(HotStates.MOVES_READ_MAX + 1);
        assertThat(countOfStored(hot, "c")).isEqualTo(1);
        assertThat(countOfStored(hot, "d")).isEqualTo(1);
        assertThat(log.eventsSourced).isEqualTo(2);
    }

    @Test
    void what_happened_since_a_state_was_stored_may_take_several_looks() {
        MemorySnapshots terse = new MemorySnapshots(new HistoryLog(log::recorded), 3);
        for (int i = 0; i < HotStates.MOVES_READ_MAX; i++) {
            count("a");
        }
        countOfStored(on(terse), "a");
        for (int i = 0; i < 7; i++) {
            count("a");
        }

        assertThat(countOfStored(on(terse), "a")).isEqualTo(HotStates.MOVES_READ_MAX + 7);
    }

    @Test
    void an_append_based_on_a_stored_state_that_changed_meanwhile_is_rejected() {
        countStored("a", HotStates.MOVES_READ_MAX);
        HotStates hot = restarted();

        assertThatThrownBy(() -> units.create()
                        .executeWithResult(context -> {
                            hot.load(STORED_TALLY, "a", context);
                            count("a");
                            append(context, "a");
                            return completedFuture("done");
                        })
                        .join())
                .hasRootCauseInstanceOf(AppendEventsTransactionRejectedException.class);
    }

    /** Counts, and reads it when it is cold. */
    private void countStored(String id, int times) {
        for (int i = 0; i < times; i++) {
            count(id);
        }
        assertThat(countOfStored(restarted(), id)).isEqualTo(times);
    }

    private int countOfStored(HotStates of, String id) {
        return in(of, entities -> entities.load(STORED_TALLY, id)).count();
    }

    /** With nothing in memory. */
    private HotStates restarted() {
        return on(snapshots);
    }

    private HotStates on(Snapshots stored) {
        return new HotStates(eventStore, log, new StateCache(1 << 20), Optional.empty(), LogMemory.ALL, stored);
    }

    private void peekAndCount(String id, ToLongFunction<Tally> tolerated, Runnable meanwhile) {
        units.create()
                .executeWithResult(context -> {
                    tolerant.in(context).peek(TALLY, id, tolerated);
                    meanwhile.run();
                    append(context, id);
                    return completedFuture("done");
                })
                .join();
    }

    private void countOnTopOfWhatIsSeen() {
        boolean rejected;
        do {
            rejected = units.create()
                    .executeWithResult(context -> {
                        states.load(TALLY, "a", context);
                        append(context, "a");
                        return completedFuture(false);
                    })
                    .exceptionally(conflict -> true)
                    .join();
        } while (rejected);
    }

    private int countOf(String id) {
        return countOf(states, id);
    }

    private int countOf(HotStates of, String id) {
        return in(of, entities -> entities.load(TALLY, id)).count();
    }

    private <T> T in(Function<Entities, T> use) {
        return in(states, use);
    }

    private <T> T in(HotStates of, Function<Entities, T> use) {
        return units.create()
                .executeWithResult(context -> completedFuture(use.apply(of.in(context))))
                .join();
    }

    private void count(String id) {
        units.create()
                .executeWithResult(context -> {
                    append(context, id);
                    return completedFuture("done");
                })
                .join();
    }

    private void append(ProcessingContext context, String id) {
        eventStore
                .transaction(context)
                .appendEvent(new GenericEventMessage(
                        UUID.randomUUID().toString(), new MessageType("test.Counted"), new Counted(id), Map.of(), AT));
    }

    private record Noted(EventTag tag, long position, long eventsMax) {}

    private record Tally(int count, Instant last) {}

    private record Counted(String id) implements Event {

        @Override
        public Set<EventTag> tags() {
            return Set.of(new EventTag("tally", id));
        }
    }
}
