package io.attestore.contract.state;

/**
 * The newest states that this node knows, outside of any decision: what is done with them is conditional on nothing.
 * Safe for many threads.
 */
@FunctionalInterface
public interface LatestStates {

    <I, S> S latest(EntityType<I, S> type, I id);
}
