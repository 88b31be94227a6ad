package io.attestore.eventlog.seal;

/** The keys of the log's MACs are missing or are not the log's. The message is for an operator and holds no secret. */
public final class SealRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealRefusedException(String message) {
        super(message);
    }
}
