package io.attestore.server.store;

/** The directory of keys is not the one that the database means. The message is for an operator and holds no secret. */
public final class OtherKeysDirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OtherKeysDirectoryException(String message) {
        super(message);
    }
}
