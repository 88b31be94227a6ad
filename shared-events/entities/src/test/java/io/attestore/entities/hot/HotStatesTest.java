package io.attestore.entities.hot;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.entities.HistoryLog;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
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
            Snapshots.NONE);
    private final MemorySnapshots snapshots = new MemorySnapshots(new HistoryLog(log::recorded), 64);

    @Test
    void aStateThatNothingHappenedToIsItsTypesInitialState() {
        assertThat(countOf("a")).isZero();
    }

    @Test
    void aStateHasFoldedInEveryEventOfItsTagAndNoOther() {
        count("a");
        count("b");
        count("a");

        assertThat(countOf("a")).isEqualTo(2);
        assertThat(countOf("b")).isEqualTo(1);
    }

    @Test
    void aFoldSeesWhenTheEventHappened() {
        count("a");

        Tally tally = in(entities -> entities.load(TALLY, "a"));

        assertThat(tally.last()).isEqualTo(AT);
    }

    @Test
    void theNextLoadSourcesOnlyWhatIsNewer() {
        count("a");
        count("b");
        countOf("a");

        count("a");
        log.sourcedFrom.clear();

        assertThat(countOf("a")).isEqualTo(2);
        assertThat(log.sourcedFrom).containsExactly(2L);
    }

    @Test
    void aThousandLoadsSourceEachEventOnce() {
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
    void aStateThatNothingHasMovedYetIsReadFromTheBeginningOnlyOnce() {
        count("b");
        countOf("a");
        log.sourcedFrom.clear();

        assertThat(countOf("a")).isZero();

        assertThat(log.sourcedFrom).containsExactly((long) log.size());
    }

    @Test
    void theLogMovesOnAndAnUnchangedStateFollowsIt() {
        count("a");
        countOf("a");
        log.moveOn(3 * HotStates.POSITIONS_BEHIND_MAX);
        countOf("a");
        log.sourcedFrom.clear();

        countOf("a");

        assertThat(log.sourcedFrom).containsExactly((long) log.size());
    }

    @Test
    void theLatestStateIsReadOutsideOfAnyContextAndKept() {
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
    void twoLoadsInOneContextGiveTheSameStateWhateverHappensBetween() {
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
    void anEventThatWasAppendedBetweenTwoLoadsOfOneContextIsNotFoldedTwice() {
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
    void theContextsOwnEventsAreFoldedOnceByTheNextLoad() {
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
    void anAppendBasedOnAStateThatChangedMeanwhileIsRejectedAndLeavesNoTrace() {
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
    void anAppendBasedOnOtherStatesIsAccepted() {
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
    void aStateThatDidNotFitIsSourcedFromTheBeginningAndRight() {
        HotStates forgetful = new HotStates(eventStore, log, new StateCache(0));
        count("a");
        count("a");

        for (int i = 0; i < 3; i++) {
            assertThat(countOf(forgetful, "a")).isEqualTo(2);
        }
    }

    @Test
    void theCacheKeepsNoMoreThanItsLimit() {
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
    void anOlderStateNeverReplacesANewerOne() {
        StateKey key = new StateKey("tally", "a");
        cache.put(key, new StateAt<>(new Tally(2, AT), 7), 100);
        cache.put(key, new StateAt<>(new Tally(1, AT), 3), 100);

        assertThat(cache.find(key)).hasValue(new StateAt<>(new Tally(2, AT), 7));
    }

    @Test
    void concurrentCallersOfOneStateCountEveryoneOnce() throws Exception {
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
    void aStateThatIsPeekedAtMakesTheAppendConditionalOnNothingButTheTolerance() {
        count("a");
        count("b");

        peekAndCount("a", tally -> 7, () -> count("a"));

        assertThat(noted).containsExactly(new Noted(new EventTag("tally", "a"), 1, 7));
        assertThat(countOf("a")).isEqualTo(3);
    }

    @Test
    void aPeekThatBearsNothingIsALoad() {
        count("a");

        assertThatThrownBy(() -> peekAndCount("a", tally -> -1, () -> count("a")))
                .hasRootCauseInstanceOf(AppendEventsTransactionRejectedException.class);

        assertThat(noted).isEmpty();
    }

    @Test
    void whereTolerancesGoNowhereAPeekIsALoad() {
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
    void statesThatAreFetchedAreReadAtOnceAndRight() {
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
    void aStateThatIsInMemoryIsNotFetched() {
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
    void aCrowdThatFindsAStateNotInMemoryReadsItsHistoryOnce() throws Exception {
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
    void aStateThatWasStoredIsNotFoldedFromItsBeginning() {
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
    void aStateInMemoryIsStoredEachTimeItHasBeenMovedALongWay() {
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
    void whatIsShortIsNotStored() {
        countStored("a", HotStates.MOVES_READ_MAX - 1);

        assertThat(snapshots.find(STORED_TALLY, List.of("a"))).isEmpty();
    }

    @Test
    void statesOfOtherTypesAreNeitherStoredNorLookedUp() {
        HotStates hot = restarted();
        for (int i = 0; i < 2 * HotStates.MOVES_MAX; i++) {
            count("a");
        }
        in(hot, entities -> entities.load(TALLY, "a"));

        assertThat(snapshots.finds).isZero();
    }

    @Test
    void statesThatAreFetchedAreTakenFromWhereTheyAreStoredAndTheRestIsReadAtOnce() {
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
    void whatHappenedSinceAStateWasStoredMayTakeSeveralLooks() {
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
    void anAppendBasedOnAStoredStateThatChangedMeanwhileIsRejected() {
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
        return new HotStates(eventStore, log, new StateCache(1 << 20), Optional.empty(), stored);
    }

    private void peekAndCount(String id, ToLongFunction<Tally> bearable, Runnable meanwhile) {
        units.create()
                .executeWithResult(context -> {
                    tolerant.in(context).peek(TALLY, id, bearable);
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
