package io.attestore.server.store;

/** The root key is missing or is not the store's. The message is for an operator and holds no secret. */
public final class WrongRootKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongRootKeyException(String message) {
        super(message);
    }
}
