package io.attestore.audit.trail.posting;

/**
 * The stretch of the log that a run of posting lists covers, and when its calls happened. Times follow positions but for
 * {@code disorderMillis}.
 *
 * @param firstPosition the first position that is covered: no call of the stretch begins earlier
 * @param lastPosition the last one
 * @param earliest the earliest time, in milliseconds since 1970
 * @param latest the latest time, in milliseconds since 1970
 * @param disorderMillis by how much the time of a call may be earlier than that of one before it
 */
public record Span(long firstPosition, long lastPosition, long earliest, long latest, long disorderMillis) {

    public static Span of(Posting call) {
        return new Span(call.position(), call.position(), call.millis(), call.millis(), 0);
    }

    /** The same calls as all that there are in a longer stretch. */
    public Span covering(long first, long last) {
        if (first > firstPosition || last < lastPosition) {
            throw new IllegalArgumentException("A stretch has all of its calls in it");
        }
        return new Span(first, last, earliest, latest, disorderMillis);
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
