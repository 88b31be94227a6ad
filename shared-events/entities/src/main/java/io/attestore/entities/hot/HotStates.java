package io.attestore.entities.hot;

import io.attestore.contract.state.Entities;
import io.attestore.contract.state.EntityType;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import io.attestore.events.log.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.Context.ResourceKey;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Loads states for a decision: takes the cached state, or the one that was stored ({@link Snapshots}), sources only the
 * events after its position, and leaves the newer state in the cache. All sourcing goes through the event store's
 * transaction of the processing context, so whatever is loaded becomes part of the append condition of that context: a
 * state that was not the newest is harmless, since an append based on it is rejected.
 *
 * <p>A state that is loaded twice in one context is the same state both times, and events that the context itself
 * appends are not folded into it. The event store must stand on a {@link MarkerRevealingEngine}. Safe for many threads.
 * Blocks while the log is read; what the log throws, such as {@link io.attestore.events.log.LogUnavailableException},
 * comes through.
 */
public final class HotStates {

    /**
     * A state that is kept and did not change is put back only when its position is this far behind, or the log does not
     * remember any more that there is nothing new: rewriting the state at every load would cost more than asking it.
     */
    static final long POSITIONS_BEHIND_MAX = 100_000;

    /** States that one look at the log fetches. */
    static final int FETCHED_MAX = 100;

    /** A state that has been moved by so many events is stored. */
    static final int MOVES_MAX = 50;

    /** The same where they had to be read from the log: this state may well be cold again. */
    static final int MOVES_READ_MAX = 10;

    private final ResourceKey<Map<StateKey, Object>> loaded = ResourceKey.withLabel("attestore.loadedStates");

    private final EventStore eventStore;
    private final EventStorageEngine engine;
    private final StateCache cache;
    private final KeyedLocks folds = new KeyedLocks();
    private final Optional<ToleranceNote> tolerances;
    private final LogMemory memory;
    private final Snapshots snapshots;

    /** States that are all loaded exactly, and not stored. */
    public HotStates(EventStore eventStore, EventStorageEngine engine, StateCache cache) {
        this(eventStore, engine, cache, Optional.empty(), LogMemory.ALL, Snapshots.NONE);
    }

    /**
     * @param engine what the event store stands on
     * @param tolerances where tolerances go to; without it nothing is tolerated
     * @param memory what the log tells without a look at the database
     * @param snapshots where states begin that are not in memory
     */
    public HotStates(
            EventStore eventStore,
            EventStorageEngine engine,
            StateCache cache,
            Optional<ToleranceNote> tolerances,
            LogMemory memory,
            Snapshots snapshots) {
        this.eventStore = eventStore;
        this.engine = engine;
        this.cache = cache;
        this.tolerances = tolerances;
        this.memory = memory;
        this.snapshots = snapshots;
    }

    /** The states as one processing context sees them. */
    public Entities in(ProcessingContext context) {
        return new Entities() {
            @Override
            public <I, S> S load(EntityType<I, S> type, I id) {
                return HotStates.this.load(type, id, context);
            }

            @Override
            public <I, S> S peek(EntityType<I, S> type, I id, ToLongFunction<S> tolerated) {
                return HotStates.this.peek(type, id, tolerated, context);
            }

            @Override
            public <I, S> void fetch(EntityType<I, S> type, Collection<I> ids) {
                HotStates.this.fetch(type, ids);
            }
        };
    }

    /** The state of one instance, and a part of the context's append condition from now on. */
    public <I, S> S load(EntityType<I, S> type, I id, ProcessingContext context) {
        Map<StateKey, Object> seen = context.computeResourceIfAbsent(loaded, ConcurrentHashMap::new);
        StateKey key = key(type, id);
        @Nullable Object before = seen.get(key);
        if (before != null) {
            return stateOf(type, before);
        }
        Optional<StateAt<S>> near = nearInMemory(type, id, key);
        S state = near.isPresent()
                ? source(type, id, near.get(), false, context)
                : folds.alone(key, () -> {
                    StateAt<S> known = known(type, id);
                    return source(type, id, known, isReadFromTheDatabase(type, id, known), context);
                });
        seen.put(key, state);
        return state;
    }

    /** As {@link Entities#peek}. */
    public <I, S> S peek(EntityType<I, S> type, I id, ToLongFunction<S> tolerated, ProcessingContext context) {
        if (tolerances.isEmpty()) {
            return load(type, id, context);
        }
        StateAt<S> reached = near(type, id);
        long events = tolerated.applyAsLong(reached.state());
        if (events < 0) {
            return load(type, id, context);
        }
        tolerances.get().add(context, type.tag().apply(id), reached.position(), events);
        return reached.state();
    }

    /**
     * The newest state that this node knows, outside of any decision: what is done with it is conditional on nothing,
     * so whoever decides on it must {@link #load} it again.
     */
    public <I, S> S latest(EntityType<I, S> type, I id) {
        StateKey key = key(type, id);
        Optional<StateAt<S>> near = nearInMemory(type, id, key);
        StateAt<S> reached =
                near.isPresent() ? newest(type, id, near.get(), false) : folds.alone(key, () -> newest(type, id));
        return reached.state();
    }

    /** The cached state, if what it lacks is in memory too: what is read from the database is read by one for all. */
    private <I, S> Optional<StateAt<S>> nearInMemory(EntityType<I, S> type, I id, StateKey key) {
        return HotStates.this.<S>cached(key).filter(kept -> !isReadFromTheDatabase(type, id, kept));
    }

    private <I, S> boolean isReadFromTheDatabase(EntityType<I, S> type, I id, StateAt<S> known) {
        return !memory.tells(type.tag().apply(id), known.position() + 1);
    }

    /** While another thread brings the state up to date, the one before is as good: what it lacks will be counted. */
    private <I, S> StateAt<S> near(EntityType<I, S> type, I id) {
        StateKey key = key(type, id);
        Optional<StateAt<S>> kept = cached(key);
        return kept.isPresent()
                ? folds.aloneOr(key, () -> newest(type, id), kept.get())
                : folds.alone(key, () -> newest(type, id));
    }

    /** As {@link Entities#fetch}. */
    public <I, S> void fetch(EntityType<I, S> type, Collection<I> ids) {
        List<I> cold = ids.stream()
                .filter(id -> cache.find(key(type, id)).isEmpty())
                .distinct()
                .limit(FETCHED_MAX)
                .toList();
        if (cold.size() < 2) {
            return;
        }
        Map<I, StateAt<S>> stored = stored(type, cold);
        Map<EventTag, Fetched<I, S>> rest = new LinkedHashMap<>();
        for (I id : cold) {
            if (!stored.containsKey(id)) {
                rest.put(type.tag().apply(id), new Fetched<>(id, initial(type, id)));
            }
        }
        if (!rest.isEmpty()) {
            fold(type, rest);
        }
    }

    /** From their beginnings, in one look at the log. */
    private <I, S> void fold(EntityType<I, S> type, Map<EventTag, Fetched<I, S>> cold) {
        EventCriteria any = EventCriteria.either(
                cold.keySet().stream().map(HotStates::criteria).toList());
        Long position = join(engine.source(SourcingCondition.conditionFor(after(StateAt.BEFORE_THE_FIRST), any), null)
                .reduce(StateAt.BEFORE_THE_FIRST, (at, entry) -> {
                    ConsistencyMarker marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    if (marker != null) {
                        return GlobalIndexConsistencyMarker.position(marker);
                    }
                    for (EventTag tag : event(entry).tags()) {
                        Fetched<I, S> fetched = cold.get(tag);
                        if (fetched != null) {
                            fetched.state = evolve(type, fetched.state, entry);
                        }
                    }
                    return at;
                }));
        for (Fetched<I, S> each : cold.values()) {
            put(type, each.id, each.state.at(position), MOVES_READ_MAX);
        }
    }

    /** A state on its way to the cache. */
    private static final class Fetched<I, S> {

        private final I id;
        private StateAt<S> state;

        Fetched(I id, StateAt<S> initial) {
            this.id = id;
            this.state = initial;
        }
    }

    /** Those that are stored, brought up to what was committed before they were looked up, and in the cache. */
    private <I, S> Map<I, StateAt<S>> stored(EntityType<I, S> type, Collection<I> ids) {
        if (type.foldVersion().isEmpty()) {
            return Map.of();
        }
        Map<I, StateAt<S>> stored = new HashMap<>();
        snapshots.find(type, ids).forEach((id, found) -> {
            StateAt<S> state = new StateAt<>(found.state(), found.through());
            for (RecordedEvent each : found.since()) {
                state = state.movedTo(type.evolve().evolve(state.state(), each.event(), each.at(), each.position()));
            }
            stored.put(id, put(type, id, state, MOVES_READ_MAX));
        });
        return stored;
    }

    private <I, S> StateAt<S> newest(EntityType<I, S> type, I id) {
        StateAt<S> known = known(type, id);
        return newest(type, id, known, isReadFromTheDatabase(type, id, known));
    }

    private <I, S> StateAt<S> newest(EntityType<I, S> type, I id, StateAt<S> known, boolean isReadFromTheDatabase) {
        StateAt<S> reached =
                join(engine.source(SourcingCondition.conditionFor(after(known.position()), criteria(type, id)), null)
                        .reduce(known, (at, entry) -> {
                            ConsistencyMarker marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                            return marker == null
                                    ? evolve(type, at, entry)
                                    : at.at(GlobalIndexConsistencyMarker.position(marker));
                        }));
        keep(type, id, known, reached, isReadFromTheDatabase);
        return reached;
    }

    private <I, S> S source(
            EntityType<I, S> type, I id, StateAt<S> known, boolean isReadFromTheDatabase, ProcessingContext context) {
        StateAt<S> folded = join(eventStore
                .transaction(context)
                .source(SourcingCondition.conditionFor(after(known.position()), criteria(type, id)))
                .reduce(known, (state, entry) -> evolve(type, state, entry)));
        StateAt<S> reached = folded.at(MarkerRevealingEngine.positionReached(context));
        keep(type, id, known, reached, isReadFromTheDatabase);
        return folded.state();
    }

    private <I, S> void keep(
            EntityType<I, S> type, I id, StateAt<S> known, StateAt<S> reached, boolean isReadFromTheDatabase) {
        boolean fromTheBeginning = known.position() == StateAt.BEFORE_THE_FIRST;
        if (fromTheBeginning
                || reached.moves() != known.moves()
                || isReadFromTheDatabase
                || reached.position() - known.position() >= POSITIONS_BEHIND_MAX) {
            put(type, id, reached, fromTheBeginning ? MOVES_READ_MAX : MOVES_MAX);
        }
    }

    private <I, S> StateAt<S> put(EntityType<I, S> type, I id, StateAt<S> reached, int movesMax) {
        boolean offered = reached.moves() >= movesMax
                && type.foldVersion().isPresent()
                && snapshots.offer(type, id, reached.state(), reached.position());
        StateAt<S> kept = offered ? reached.stored() : reached;
        cache.put(key(type, id), kept, type.weight().applyAsLong(kept.state()));
        return kept;
    }

    private <I, S> StateAt<S> known(EntityType<I, S> type, I id) {
        return HotStates.this
                .<S>cached(key(type, id))
                .or(() -> Optional.ofNullable(stored(type, List.of(id)).get(id)))
                .orElseGet(() -> initial(type, id));
    }

    /** The key names the type, and one type has one class of states. */
    private <S> Optional<StateAt<S>> cached(StateKey key) {
        return cache.find(key).map(HotStates::stateOf);
    }

    private static <I, S> StateAt<S> initial(EntityType<I, S> type, I id) {
        return new StateAt<>(type.initial().apply(id), StateAt.BEFORE_THE_FIRST);
    }

    private static <I> StateKey key(EntityType<I, ?> type, I id) {
        return new StateKey(type.name(), id);
    }

    private static <S> StateAt<S> evolve(EntityType<?, S> type, StateAt<S> state, Entry<? extends EventMessage> entry) {
        return state.movedTo(type.evolve()
                .evolve(state.state(), event(entry), entry.message().timestamp(), position(entry)));
    }

    private static Event event(Entry<? extends EventMessage> entry) {
        if (!(entry.message().payload() instanceof Event event)) {
            throw new IllegalStateException("The log returned something that is not an event: "
                    + entry.message().type());
        }
        return event;
    }

    private static long position(Entry<? extends EventMessage> entry) {
        return TrackingToken.fromContext(entry)
                .map(TrackingToken::position)
                .orElseGet(OptionalLong::empty)
                .orElseThrow(() -> new IllegalStateException("The log returned an event without its position"));
    }

    private static Position after(long position) {
        return new GlobalIndexConsistencyMarker(position + 1).position();
    }

    private static <I> EventCriteria criteria(EntityType<I, ?> type, I id) {
        return criteria(type.tag().apply(id));
    }

    private static EventCriteria criteria(EventTag tag) {
        return EventCriteria.havingTags(Tag.of(tag.key(), tag.value()));
    }

    /** The key names the type, and one type has one class of states. */
    @SuppressWarnings("unchecked")
    private static <S> S stateOf(EntityType<?, S> type, Object state) {
        return (S) state;
    }

    @SuppressWarnings("unchecked")
    private static <S> StateAt<S> stateOf(StateAt<?> cached) {
        return (StateAt<S>) cached;
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
