package io.attestore.entities.hot;

/**
 * A state and where in the log it is so: every event of its tag up to the position is folded in, and none beyond it.
 *
 * @param position {@value #BEFORE_THE_FIRST} before the first event
 */
record StateAt<S>(S state, long position) {

    static final long BEFORE_THE_FIRST = -1;
}
