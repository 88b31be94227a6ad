package io.attestore.audit.trail;

/** So much is not indexed yet that a search would not end in time: the trail is being built, or its projector fails. */
public final class TrailBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    /** @param damaged whether it is so because the index was found damaged */
    public TrailBehindException(long events, boolean damaged) {
        super("The trail is " + events + " events behind the log" + (damaged ? ", as its index was damaged" : ""));
        this.damaged = damaged;
    }

    public boolean isDamaged() {
        return damaged;
    }
}
