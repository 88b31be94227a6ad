package io.attestore.server.client;

/** A call could not be made; the message is for whoever typed it. */
public final class CallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallException(String message) {
        super(message, null, false, false);
    }
}
