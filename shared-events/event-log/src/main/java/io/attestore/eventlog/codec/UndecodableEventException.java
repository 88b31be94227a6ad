package io.attestore.eventlog.codec;

/** Stored bytes that are no event known to this version of the software. The message never quotes them. */
public final class UndecodableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecodableEventException(String message) {
        super(message);
    }
}
