package io.attestore.door.fault;

/**
 * A refusal in AWS's words: the code and message that a client sees and that the record keeps. The message never holds
 * a secret. Expected, so it has no stack trace.
 */
public final class AwsFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;
    private final int status;

    public AwsFault(String code, String message, int status) {
        super(code + ": " + message, null, false, false);
        this.code = code;
        this.message = message;
        this.status = status;
    }

    /** A fault that the client caused, HTTP status 400. */
    public static AwsFault client(String code, String message) {
        return new AwsFault(code, message, 400);
    }

    /** The error code, e.g. {@code ParameterNotFound}. */
    public String code() {
        return code;
    }

    /** AWS's message, possibly empty. */
    public String text() {
        return message;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
