package io.attestore.entities;

import io.attestore.events.Event;
import io.attestore.events.EventTag;
import java.time.Instant;
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
 * @param <I> its identifier
 * @param <S> its state
 */
public record EntityType<I, S>(
        String name, Function<I, EventTag> tag, Function<I, S> initial, Evolve<S> evolve, ToLongFunction<S> weight) {

    /** One step of the fold. */
    @FunctionalInterface
    public interface Evolve<S> {

        S evolve(S state, Event event, Instant at);
    }
}
