package io.attestore.audit.trail;

/** So much is not indexed yet that a search would not end in time: the trail is being built, or its projector fails. */
public final class TrailBehindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrailBehindException(long events) {
        super("The trail is " + events + " events behind the log");
    }
}
