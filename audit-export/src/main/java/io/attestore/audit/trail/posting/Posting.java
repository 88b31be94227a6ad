package io.attestore.audit.trail.posting;

/**
 * A call of the log, as an index points to it.
 *
 * @param position the log position of the call's first event
 * @param events how many events the call has
 * @param millis the call's time, in milliseconds since 1970; 285,000 years either way
 */
public record Posting(long position, int events, long millis) {

    private static final long MILLIS_MAX = 1L << 53;

    public Posting {
        if (position < 0 || events < 1) {
            throw new IllegalArgumentException("A call has a position and an event");
        }
        if (Math.abs(millis) > MILLIS_MAX) {
            throw new IllegalArgumentException("A call happened in this or a neighbouring age");
        }
    }
}
