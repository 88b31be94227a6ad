package io.attestore.audit.trail;

import java.time.Duration;

/** The database worked at a search for too long, or waited for too long to begin: it was told to stop. */
public final class TrailTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrailTimeoutException(Duration timeout, Throwable cause) {
        super("A search of the trail took longer than " + timeout, cause);
    }
}
