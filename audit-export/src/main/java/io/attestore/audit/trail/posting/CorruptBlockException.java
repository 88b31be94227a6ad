package io.attestore.audit.trail.posting;

/** A block holds bytes that no {@link BlockWriter} wrote. The index has to be rebuilt. */
public final class CorruptBlockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CorruptBlockException(String message) {
        super(message);
    }
}
