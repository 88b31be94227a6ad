package io.attestore.contract.operation;

import io.attestore.contract.document.Structure;
import io.attestore.events.call.Principal;

/** How it is known who calls an operation. Immutable; safe for many threads. */
public sealed interface Authentication {

    /** By the request's signature, as nearly everywhere. */
    Authentication BY_SIGNATURE = new BySignature();

    /** The caller is whoever signed the request, and policies say what he may. */
    record BySignature() implements Authentication {}

    /**
     * The input itself proves who calls, by a token from elsewhere: AWS's models say {@code authtype: none}. A signature is
     * ignored, if there is one. What lets the caller in is his authorisation, too: no policy is asked besides.
     */
    record ByInput(Callers callers) implements Authentication {}

    /** Finds out who calls. Safe for many threads. */
    @FunctionalInterface
    interface Callers {

        /**
         * Whose the input is. Asked once for each request, with an input that keeps to its shape; nothing may be kept of its
         * secrets.
         *
         * @throws AwsFault if it is nobody's: such a request has no identity, so it is counted and never recorded. Its code
         *     is one of a small fixed set
         */
        Principal of(Structure input);
    }
}
