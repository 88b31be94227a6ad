package io.attestore.entities.hot;

import io.attestore.entities.Entities;
import io.attestore.entities.EntityType;
import io.attestore.events.Event;
import io.attestore.events.EventTag;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Loads states for a decision: takes the cached state, sources only the events after its position, and leaves the newer
 * state in the cache. All sourcing goes through the event store's transaction of the processing context, so whatever is
 * loaded becomes part of the append condition of that context: a state that was not the newest is harmless, since an
 * append based on it is rejected.
 *
 * <p>A state that is loaded twice in one context is the same state both times, and events that the context itself
 * appends are not folded into it. The event store must stand on a {@link MarkerRevealingEngine}. Safe for many threads.
 * Blocks while the log is read; what the log throws, such as {@link io.attestore.events.log.LogUnavailableException},
 * comes through.
 */
public final class HotStates {

    /**
     * A state that did not change is put back only when its position is this far behind: the log remembers for long
     * that there is nothing new, and rewriting the state at every load would cost more than asking it.
     */
    static final long POSITIONS_BEHIND_MAX = 100_000;

    /** States that one look at the log fetches. */
    static final int FETCHED_MAX = 100;

    private final ResourceKey<Map<StateKey, Object>> loaded = ResourceKey.withLabel("attestore.loadedStates");

    private final EventStore eventStore;
    private final EventStorageEngine engine;
    private final StateCache cache;
    private final Turns folds = new Turns();
    private final Optional<ToleranceNote> tolerances;

    /** States that are all loaded exactly. */
    public HotStates(EventStore eventStore, EventStorageEngine engine, StateCache cache) {
        this(eventStore, engine, cache, Optional.empty());
    }

    /**
     * @param engine what the event store stands on
     * @param tolerances where tolerances go to; without it nothing is tolerated
     */
    public HotStates(
            EventStore eventStore, EventStorageEngine engine, StateCache cache, Optional<ToleranceNote> tolerances) {
        this.eventStore = eventStore;
        this.engine = engine;
        this.cache = cache;
        this.tolerances = tolerances;
    }

    /** The states as one processing context sees them. */
    public Entities in(ProcessingContext context) {
        return new Entities() {
            @Override
            public <I, S> S load(EntityType<I, S> type, I id) {
                return HotStates.this.load(type, id, context);
            }

            @Override
            public <I, S> S peek(EntityType<I, S> type, I id, ToLongFunction<S> bearable) {
                return HotStates.this.peek(type, id, bearable, context);
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
        StateKey key = new StateKey(type.name(), id);
        @Nullable Object before = seen.get(key);
        if (before != null) {
            return stateOf(type, before);
        }
        S state = cache.find(key).isPresent()
                ? source(type, id, key, context)
                : folds.alone(key, () -> source(type, id, key, context));
        seen.put(key, state);
        return state;
    }

    /** As {@link Entities#peek}. */
    public <I, S> S peek(EntityType<I, S> type, I id, ToLongFunction<S> bearable, ProcessingContext context) {
        if (tolerances.isEmpty()) {
            return load(type, id, context);
        }
        StateAt<S> reached = near(type, id);
        long events = bearable.applyAsLong(reached.state());
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
        StateKey key = new StateKey(type.name(), id);
        StateAt<S> reached = cache.find(key).isPresent() ? newest(type, id) : folds.alone(key, () -> newest(type, id));
        return reached.state();
    }

    /** While another thread brings the state up to date, the one before is as good: what it lacks will be counted. */
    private <I, S> StateAt<S> near(EntityType<I, S> type, I id) {
        StateKey key = new StateKey(type.name(), id);
        Optional<StateAt<S>> kept = cached(type, key);
        return kept.isPresent()
                ? folds.aloneOr(key, () -> newest(type, id), kept.get())
                : folds.alone(key, () -> newest(type, id));
    }

    /** As {@link Entities#fetch}. */
    public <I, S> void fetch(EntityType<I, S> type, Collection<I> ids) {
        Map<EventTag, Fetched<S>> cold = new LinkedHashMap<>();
        for (I id : ids) {
            StateKey key = new StateKey(type.name(), id);
            if (cold.size() < FETCHED_MAX && cache.find(key).isEmpty()) {
                cold.put(type.tag().apply(id), new Fetched<>(key, type.initial().apply(id)));
            }
        }
        if (cold.size() < 2) {
            return;
        }
        EventCriteria any = EventCriteria.either(
                cold.keySet().stream().map(HotStates::criteria).toList());
        Long position = join(engine.source(SourcingCondition.conditionFor(after(StateAt.BEFORE_THE_FIRST), any), null)
                .reduce(StateAt.BEFORE_THE_FIRST, (at, entry) -> {
                    ConsistencyMarker marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                    if (marker != null) {
                        return GlobalIndexConsistencyMarker.position(marker);
                    }
                    fold(type, entry.message(), cold);
                    return at;
                }));
        for (Fetched<S> each : cold.values()) {
            cache.put(
                    each.key, new StateAt<>(each.state, position), type.weight().applyAsLong(each.state));
        }
    }

    private static <S> void fold(EntityType<?, S> type, EventMessage message, Map<EventTag, Fetched<S>> states) {
        for (EventTag tag : event(message).tags()) {
            Fetched<S> fetched = states.get(tag);
            if (fetched != null) {
                fetched.state = evolve(type, fetched.state, message);
            }
        }
    }

    /** A state on its way to the cache. */
    private static final class Fetched<S> {

        private final StateKey key;
        private S state;

        Fetched(StateKey key, S initial) {
            this.key = key;
            this.state = initial;
        }
    }

    private <I, S> StateAt<S> newest(EntityType<I, S> type, I id) {
        StateKey key = new StateKey(type.name(), id);
        StateAt<S> known = known(type, id, key);
        StateAt<S> reached =
                join(engine.source(SourcingCondition.conditionFor(after(known.position()), criteria(type, id)), null)
                        .reduce(known, (at, entry) -> {
                            ConsistencyMarker marker = entry.getResource(ConsistencyMarker.RESOURCE_KEY);
                            return marker == null
                                    ? new StateAt<>(evolve(type, at.state(), entry.message()), at.position())
                                    : new StateAt<>(at.state(), GlobalIndexConsistencyMarker.position(marker));
                        }));
        keep(type, key, known, reached);
        return reached;
    }

    private <I, S> S source(EntityType<I, S> type, I id, StateKey key, ProcessingContext context) {
        StateAt<S> known = known(type, id, key);
        S folded = join(eventStore
                .transaction(context)
                .source(SourcingCondition.conditionFor(after(known.position()), criteria(type, id)))
                .reduce(known.state(), (state, entry) -> evolve(type, state, entry.message())));
        StateAt<S> reached = new StateAt<>(folded, MarkerRevealingEngine.positionReached(context));
        keep(type, key, known, reached);
        return folded;
    }

    private <S> void keep(EntityType<?, S> type, StateKey key, StateAt<S> known, StateAt<S> reached) {
        if (reached.state() != known.state() || reached.position() - known.position() >= POSITIONS_BEHIND_MAX) {
            cache.put(key, reached, type.weight().applyAsLong(reached.state()));
        }
    }

    private <I, S> StateAt<S> known(EntityType<I, S> type, I id, StateKey key) {
        return cached(type, key).orElseGet(() -> new StateAt<>(type.initial().apply(id), StateAt.BEFORE_THE_FIRST));
    }

    private <S> Optional<StateAt<S>> cached(EntityType<?, S> type, StateKey key) {
        return cache.find(key).map(cached -> new StateAt<>(stateOf(type, cached.state()), cached.position()));
    }

    private static <S> S evolve(EntityType<?, S> type, S state, EventMessage message) {
        return type.evolve().evolve(state, event(message), message.timestamp());
    }

    private static Event event(EventMessage message) {
        if (!(message.payload() instanceof Event event)) {
            throw new IllegalStateException("The log returned something that is not an event: " + message.type());
        }
        return event;
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
