package io.attestore.cryptography.root;

/** A root key cannot be used as it was given; the message tells the operator what to mend and never what the key is. */
public final class RootKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RootKeyException(String message) {
        super(message);
    }
}
