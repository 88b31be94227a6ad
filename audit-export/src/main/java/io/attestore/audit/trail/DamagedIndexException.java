package io.attestore.audit.trail;

/** The index is not what this store wrote: something of it was changed, swapped, put back or taken away. */
final class DamagedIndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedIndexException(String reason) {
        super(reason);
    }
}
