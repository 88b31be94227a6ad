package io.attestore.cryptography.export;

/** Keys cannot be exported or imported as it was asked for; the message says why, and holds no key. */
public final class KeyExportException extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeyExportException(String message) {
        super(message);
    }
}
