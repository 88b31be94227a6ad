package io.attestore.audit.trail.posting;

/**
 * The calls that a run of posting lists is about: neighbours in the log, and when they happened. Times follow positions
 * but for {@code disorderMillis}.
 *
 * @param firstPosition the position of the first call
 * @param lastPosition the position of the last call
 * @param earliest the earliest time, in milliseconds since 1970
 * @param latest the latest time, in milliseconds since 1970
 * @param disorderMillis by how much the time of a call may be earlier than that of one before it
 */
public record Span(long firstPosition, long lastPosition, long earliest, long latest, long disorderMillis) {

    public static Span of(Posting call) {
        return new Span(call.position(), call.position(), call.millis(), call.millis(), 0);
    }

    /** This span and the one that follows it in the log. */
    public Span and(Span next) {
        if (next.firstPosition <= lastPosition) {
            throw new IllegalArgumentException("Spans follow each other");
        }
        return new Span(
                firstPosition,
                next.lastPosition,
                Math.min(earliest, next.earliest),
                Math.max(latest, next.latest),
                Math.max(Math.max(disorderMillis, next.disorderMillis), latest - next.earliest));
    }
}
