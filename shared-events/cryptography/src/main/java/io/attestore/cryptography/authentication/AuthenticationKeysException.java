package io.attestore.cryptography.authentication;

/** The keys of authentication cannot be used as they are; the message tells the operator what to mend and no secret. */
public final class AuthenticationKeysException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AuthenticationKeysException(String message) {
        super(message);
    }
}
