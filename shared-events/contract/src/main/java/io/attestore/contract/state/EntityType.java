package io.attestore.contract.state;

import io.attestore.events.Event;
import io.attestore.events.EventTag;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of state that events fold into: which events it is made of, what it is before the first, and how each event
 * moves it. States are immutable and {@code evolve} is pure; an event that a state does not know leaves it as it is.
 *
 * @param name unique among the types; for messages and metrics
 * @param tag the tag that every event of one instance carries
 * @param initial the state before anything happened
 * @param evolve the state after an event
 * @param weight about how many bytes a state keeps in memory
 * @param foldVersion if its states are worth storing, the version of the
 *     fold and of its states: one that was stored by another version is not used
 * @param asOf what a state is at a moment, for one that time alone changes, too; see {@link AsOf}
 * @param <I> its identifier
 * @param <S> its state
 */
public record EntityType<I, S>(
        String name,
        Function<I, EventTag> tag,
        Function<I, S> initial,
        Evolve<S> evolve,
        ToLongFunction<S> weight,
        OptionalInt foldVersion,
        AsOf<S> asOf) {

    /** A type whose states change by events alone. */
    public EntityType(
            String name,
            Function<I, EventTag> tag,
            Function<I, S> initial,
            Evolve<S> evolve,
            ToLongFunction<S> weight,
            OptionalInt foldVersion) {
        this(name, tag, initial, evolve, weight, foldVersion, (state, moment) -> state);
    }

    /** A type whose fold does not ask where events are, and whose states are not stored. */
    public EntityType(
            String name,
            Function<I, EventTag> tag,
            Function<I, S> initial,
            EvolveInTime<S> evolve,
            ToLongFunction<S> weight) {
        this(
                name,
                tag,
                initial,
                (state, event, at, position) -> evolve.evolve(state, event, at),
                weight,
                OptionalInt.empty());
    }

    /** One step of the fold. */
    @FunctionalInterface
    public interface Evolve<S> {

        /** @param position where in the log the event is */
        S evolve(S state, Event event, Instant at, long position);
    }

    /**
     * What a state comes to by the passing of time, before an event says so. Whoever decides about a call sees states as
     * of its moment; folds, caches and what makes the event see them as events have left them.
     */
    @FunctionalInterface
    public interface AsOf<S> {

        S at(S state, Instant moment);
    }

    /** One step of a fold to which it is all the same where in the log an event is. */
    @FunctionalInterface
    public interface EvolveInTime<S> {

        S evolve(S state, Event event, Instant at);
    }
}
