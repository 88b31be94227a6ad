package io.attestore.door;

/**
 * Told of each request that could not be authenticated: it has no identity, so it is counted and never recorded. Must
 * return at once and must not throw. Safe for many threads.
 */
@FunctionalInterface
public interface RejectedRequests {

    /**
     * One request was rejected.
     *
     * @param code the error code for it, one of a small fixed set; the answer has it unless the source is slowed down
     * @param reason what was wrong, one of a small fixed set that is finer than the codes
     */
    void rejected(String code, String reason, String sourceAddress);
}
