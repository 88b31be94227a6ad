package io.attestore.door.protocol;

/**
 * An input that could not be read. The message is fixed text and type names, never anything that was sent. Expected, so
 * it has no stack trace and no cause: a parser's own exception may quote the input.
 */
public final class MalformedInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedInputException(String message) {
        super(message, null, false, false);
    }

    /** For the client. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
