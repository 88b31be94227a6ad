package io.attestore.contract.state;

import java.util.Collection;
import java.util.function.ToLongFunction;

/**
 * The states that one decision is based on. What is loaded here becomes part of the decision's append condition: if
 * any of it has changed by the time the decision's events are appended, on whichever node, the append is rejected and
 * the call is decided anew.
 *
 * <p>Lives as long as one attempt at one call. Not for sharing between threads.
 */
public interface Entities {

    <I, S> S load(EntityType<I, S> type, I id);

    /**
     * A state for a quota check that tolerates some concurrent events, such as that there is room for one more: the append is conditional
     * on no more than so many events having been added to the state, instead of on none. It may be a little behind the
     * newest that is known; what it lacks counts among what came since. Where a decision tolerates none, this is a
     * {@link #load}.
     *
     * @param tolerated how many more events leave the decision that a state leads to as it is; negative if it has to be
     *     decided on the newest state alone
     */
    default <I, S> S peek(EntityType<I, S> type, I id, ToLongFunction<S> tolerated) {
        return load(type, id);
    }

    /**
     * Says that all of these will be loaded: what is not in memory is read at once instead of one by one. Only a hint,
     * and no part of the append condition.
     */
    default <I, S> void fetch(EntityType<I, S> type, Collection<I> ids) {}
}
