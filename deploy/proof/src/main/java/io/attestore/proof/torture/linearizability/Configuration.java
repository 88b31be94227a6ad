package io.attestore.proof.torture.linearizability;

import java.util.BitSet;

/**
 * A state together with the set of calls that led to it: what the search need not try twice. Small, as nearly all calls
 * up to some point are in it: it holds that point and only the calls beyond.
 *
 * @param allBefore every call of known outcome with a lower number is in the set
 * @param beyond the others of known outcome, counted from there
 * @param unknown those of unknown outcome
 */
record Configuration<S>(int allBefore, BitSet beyond, BitSet unknown, S state) {

    static <S> Configuration<S> of(BitSet known, BitSet unknown, S state) {
        int allBefore = known.nextClearBit(0);
        return new Configuration<>(
                allBefore, known.get(allBefore, Math.max(allBefore, known.length())), (BitSet) unknown.clone(), state);
    }
}
