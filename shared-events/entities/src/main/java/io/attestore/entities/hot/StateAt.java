package io.attestore.entities.hot;

/**
 * A state and where in the log it is so: every event of its tag up to the position is folded in, and none beyond it.
 *
 * @param position {@value #BEFORE_THE_FIRST} before the first event
 * @param moves how many events have been folded in since the state was stored, or since the beginning
 */
record StateAt<S>(S state, long position, int moves) {

    static final long BEFORE_THE_FIRST = -1;

    StateAt(S state, long position) {
        this(state, position, 0);
    }

    StateAt<S> movedTo(S next) {
        return new StateAt<>(next, position, moves + 1);
    }

    StateAt<S> at(long reached) {
        return new StateAt<>(state, reached, moves);
    }

    StateAt<S> stored() {
        return new StateAt<>(state, position, 0);
    }
}
