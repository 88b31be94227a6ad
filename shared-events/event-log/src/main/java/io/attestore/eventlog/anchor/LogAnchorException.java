package io.attestore.eventlog.anchor;

/** The log or the anchor file is not what was signed: somebody changed one of them, or an old backup was restored. */
public final class LogAnchorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogAnchorException(String message) {
        super(message);
    }
}
