package io.attestore.server.snapshots;

/**
 * The bytes of a state of one type. Safe for many threads.
 *
 * @param <I> its identifier, which is not in the bytes
 * @param <S> the state
 */
interface StateCodec<I, S> {

    byte[] encode(S state);

    /** @throws RuntimeException if the bytes are no state */
    S decode(I id, byte[] bytes);
}
