package io.attestore.proof.torture.linearizability;

import java.util.List;

/**
 * Decides whether a history of one object is linearizable: whether there is an order of its calls that the object's
 * {@link SequentialModel} allows, in which no call comes before one that was answered before it was sent.
 *
 * <p>Linearizability is local: a history of many objects is linearizable if and only if the history of each is, so
 * histories are checked object by object. The problem is NP-complete. The search is bounded and says so when it gives
 * up.
 *
 * <p>Pure and safe for many threads.
 *
 * @see <a href="https://doi.org/10.1145/78969.78972">Herlihy and Wing: Linearizability: a correctness condition for
 *     concurrent objects, 1990</a> (the definition and locality)
 * @see <a href="https://doi.org/10.1006/jpdc.1993.1015">Wing and Gong: Testing and verifying concurrent objects,
 *     1993</a> (the search)
 * @see <a href="https://doi.org/10.1002/cpe.3928">Lowe: Testing for linearizability, 2017</a> (what is remembered of
 *     it). Knossos and Porcupine implement the same.
 */
public final class LinearizabilityChecker {

    /** Enough for thousands of calls by dozens of clients; some hundred megabytes at worst. */
    public static final int CONFIGURATIONS_MAX = 1_000_000;

    private final int configurationsMax;

    public LinearizabilityChecker() {
        this(CONFIGURATIONS_MAX);
    }

    /** @param configurationsMax how many states with sets of calls to try before giving up */
    public LinearizabilityChecker(int configurationsMax) {
        if (configurationsMax < 1) {
            throw new IllegalArgumentException("At least one configuration must be tried");
        }
        this.configurationsMax = configurationsMax;
    }

    /** @param history the calls to one object, in any order */
    public <S, C> Verdict<C> check(SequentialModel<S, C> model, List<TimedCall<C>> history) {
        return new LinearizationSearch<>(model, history, configurationsMax).run();
    }
}
