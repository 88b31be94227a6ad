package io.attestore.audit.trail.posting;

import java.util.Comparator;

/**
 * A place in the order of answers: by time in whole seconds since 1970, within a second by position. Smaller means older.
 */
public record CallPlace(long second, long position) implements Comparable<CallPlace> {

    private static final long MILLIS_PER_SECOND = 1000;
    private static final Comparator<CallPlace> OLDEST_FIRST =
            Comparator.comparingLong(CallPlace::second).thenComparingLong(CallPlace::position);

    static CallPlace of(long millis, long position) {
        return new CallPlace(Math.floorDiv(millis, MILLIS_PER_SECOND), position);
    }

    static CallPlace of(Posting posting) {
        return of(posting.millis(), posting.position());
    }

    /** The last millisecond of the second. */
    public long lastMillis() {
        return second * MILLIS_PER_SECOND + MILLIS_PER_SECOND - 1;
    }

    @Override
    public int compareTo(CallPlace other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
