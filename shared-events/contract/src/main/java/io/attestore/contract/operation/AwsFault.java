package io.attestore.contract.operation;

import io.attestore.contract.document.Structure;

/**
 * A refusal in AWS's words: the code and message that a client sees and that the record keeps. The message never holds
 * a secret. Expected, so it has no stack trace.
 */
public final class AwsFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String message;
    private final int status;
    private final transient Structure details;

    public AwsFault(String code, String message, int status) {
        this(code, message, status, Structure.EMPTY);
    }

    private AwsFault(String code, String message, int status, Structure details) {
        super(code + ": " + message, null, false, false);
        this.code = code;
        this.message = message;
        this.status = status;
        this.details = details;
    }

    /** The same with members that AWS's error has beside its message. They never hold a secret, either. */
    public AwsFault with(Structure members) {
        return new AwsFault(code, message, status, members);
    }

    /** A fault that the client caused, HTTP status 400. */
    public static AwsFault client(String code, String message) {
        return new AwsFault(code, message, 400);
    }

    /** An input that breaks a rule, in the code that the services with JSON protocols have for it. */
    public static AwsFault validation(String message) {
        return client("ValidationException", message);
    }

    /** The error code, e.g. {@code ParameterNotFound}. */
    public String code() {
        return code;
    }

    /** AWS's message, possibly empty. */
    public String text() {
        return message;
    }

    /** What the error tells beside its message; usually nothing. */
    public Structure details() {
        return details;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
