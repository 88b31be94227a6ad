package io.attestore.events.log;

/** A bounded queue of the log is full: the request is throttled and was not recorded. */
public final class LogOverloadedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogOverloadedException(String message) {
        super(message);
    }
}
