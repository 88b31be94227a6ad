package io.attestore.proof.torture.linearizability;

import java.util.List;

/** What became of a history. */
public sealed interface Verdict<C> {

    /**
     * One server that answers one call after the other could have answered so.
     *
     * @param order an order in which it could have; calls of unknown outcome that are not in it did not happen
     */
    record Linearizable<C>(List<C> order) implements Verdict<C> {

        public Linearizable {
            order = List.copyOf(order);
        }
    }

    /**
     * No order explains it.
     *
     * @param explained the longest order that was found, of calls that respect their intervals
     * @param stuck the calls of which one should come next, none of which can
     */
    record Violation<C>(List<TimedCall<C>> explained, List<TimedCall<C>> stuck) implements Verdict<C> {

        public Violation {
            explained = List.copyOf(explained);
            stuck = List.copyOf(stuck);
        }
    }

    /**
     * Neither was found within the limit. It proves nothing: check shorter histories.
     *
     * @param configurations how many states with sets of calls were tried
     */
    record TooHard<C>(int configurations) implements Verdict<C> {}
}
