package io.attestore.cryptography.value;

/**
 * Sealed bytes did not open: damaged, sealed under another key, or sealed for another place. Says no more on purpose.
 * What the store sealed itself should always open, so this is a fault of the store's data and not of a caller.
 */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SealBrokenException() {
        super("A sealed value does not open: damaged, or sealed under another key or for another place");
    }
}
