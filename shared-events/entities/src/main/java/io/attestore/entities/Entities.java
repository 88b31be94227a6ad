package io.attestore.entities;

/**
 * The states that one decision is based on. What is loaded here becomes part of the decision's append condition: if
 * any of it has changed by the time the decision's events are appended, on whichever node, the append is rejected and
 * the call is decided anew.
 *
 * <p>Lives as long as one attempt at one call. Not for sharing between threads.
 */
public interface Entities {

    <I, S> S load(EntityType<I, S> type, I id);
}
