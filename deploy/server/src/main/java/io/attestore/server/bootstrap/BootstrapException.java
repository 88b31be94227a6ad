package io.attestore.server.bootstrap;

/** The accounts that must exist cannot: the message tells the operator which and why, and holds no secret. */
public final class BootstrapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BootstrapException(String message) {
        super(message);
    }
}
