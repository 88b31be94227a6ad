package io.attestore.eventlog;

/** The log in the database is not what this node has seen of it before. A person has to look; nothing is written. */
public final class BrokenLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenLogException(String message) {
        super(message);
    }
}
