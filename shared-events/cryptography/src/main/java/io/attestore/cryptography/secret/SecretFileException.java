package io.attestore.cryptography.secret;

/** A file cannot be used for a secret; the message tells the operator what to mend and never what is in it. */
public final class SecretFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SecretFileException(String message) {
        super(message);
    }
}
