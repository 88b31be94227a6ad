package io.attestore.server.call;

/** Every attempt at a command was overtaken by others; nothing was recorded. */
public final class TooManyConflictsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyConflictsException() {
        super("Too many concurrent changes to the same thing");
    }
}
