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
     * @param code the error code of the answer, one of a small fixed set
     */
    void rejected(String code, String sourceAddress);
}
