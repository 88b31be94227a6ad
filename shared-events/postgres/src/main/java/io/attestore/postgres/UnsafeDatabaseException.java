package io.attestore.postgres;

/** A database may lose what it has acknowledged, or is too old. The message names the setting and what to do. */
public final class UnsafeDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsafeDatabaseException(String message) {
        super(message);
    }
}
