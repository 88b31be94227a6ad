package io.attestore.door;

/**
 * Slows down sources whose requests cannot be authenticated. It is asked after the signature was found to be wrong, so a
 * right one is never slowed, whoever else calls from the same address. Must not throw. Safe for many threads.
 */
@FunctionalInterface
public interface FailedAuthentications {

    /** Slows nobody. */
    FailedAuthentications NEVER_SLOWED = sourceAddress -> true;

    /**
     * One more request of this source could not be authenticated. May keep its thread waiting for a short, bounded time.
     *
     * @return whether the answer may tell why; otherwise it tells only that there were too many, and the connection ends
     */
    boolean mayTell(String sourceAddress);
}
