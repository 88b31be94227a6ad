package io.attestore.contract.model;

/** A model is not what it must be: a fault of the delivery, never of a caller. */
public final class BrokenModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param place the file, and where in it */
    BrokenModelException(String place, String problem) {
        super("The service model " + place + " " + problem);
    }

    BrokenModelException(String place, String problem, Exception cause) {
        super("The service model " + place + " " + problem, cause);
    }
}
