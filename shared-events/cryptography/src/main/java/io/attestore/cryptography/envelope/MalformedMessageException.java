package io.attestore.cryptography.envelope;

/** Bytes that are no message of ours. It says no more, and never leaves this package. */
final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedMessageException() {
        super("Not a message", null, false, false);
    }
}
