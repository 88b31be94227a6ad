package io.attestore.audit.trail.posting;

import java.util.List;

/**
 * Which calls are searched for.
 *
 * @param lists the numbers of the lists, of which each of these calls is in at least one
 * @param newest the newest place that a call may have
 * @param earliestMillis the earliest time that a call may have, in milliseconds since 1970
 * @param latestMillis the latest, included
 * @param limit how many calls at most, at least 1
 */
public record Wanted(List<Long> lists, CallPlace newest, long earliestMillis, long latestMillis, int limit) {

    public Wanted {
        lists = List.copyOf(lists);
        latestMillis = Math.min(latestMillis, newest.lastMillis());
        if (limit < 1) {
            throw new IllegalArgumentException("At least one call is searched for");
        }
    }

    /** Of these the calls of one millisecond. */
    public Wanted at(long millis) {
        return new Wanted(lists, newest, Math.max(earliestMillis, millis), Math.min(latestMillis, millis), limit);
    }

    /** Of these none. */
    public Wanted nothing() {
        return new Wanted(List.of(), newest, earliestMillis, latestMillis, limit);
    }

    boolean includes(Posting call) {
        return call.millis() >= earliestMillis
                && call.millis() <= latestMillis
                && CallPlace.of(call).compareTo(newest) <= 0;
    }
}
