package io.attestore.audit.trail;

import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.trail.MappedCalls.MappedCall;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.events.log.LogReader;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Searches what the log holds beyond the index, by looking at all of it. Safe for many threads. */
final class TrailTail {

    /** Of some hundred bytes each: what is beyond the index of a busy server for a second or two. */
    private static final int CALLS_KEPT_MAX = 20_000;

    private final LogReader log;
    private final MappedCalls calls;
    private final int eventsMax;
    private final TrailDamage damage;

    TrailTail(LogReader log, TrailSettings settings, TrailDamage damage) {
        this.log = log;
        this.calls = new MappedCalls(new LoggedCalls(log, settings.batchEvents()), CALLS_KEPT_MAX);
        this.eventsMax = settings.tailEventsMax();
        this.damage = damage;
    }

    /** A record that matches, and its call. */
    private record Found(TrailPlace place, MappedCall call) {

        static final Comparator<Found> OLDEST_FIRST = Comparator.comparing(Found::place);

        Posting posting() {
            return new Posting(call.position(), call.events(), place.second().toEpochMilli());
        }
    }

    /**
     * The calls that have the newest matching records from a position on, at most {@code limit} records, in any order.
     *
     * @throws TrailBehindException if there is too much to look at
     */
    List<Posting> search(long from, TrailMatcher matcher, int limit) {
        long events = log.head() + 1 - from;
        if (events > eventsMax) {
            throw new TrailBehindException(events, damage.reason().isPresent());
        }
        PriorityQueue<Found> newest = new PriorityQueue<>(Found.OLDEST_FIRST);
        List<MappedCall> batch = calls.read(from);
        while (!batch.isEmpty()) {
            for (MappedCall call : batch) {
                for (TrailPlace place : MatchingRecord.places(call.position(), call.records(), matcher)) {
                    newest.add(new Found(place, call));
                    if (newest.size() > limit) {
                        newest.remove();
                    }
                }
            }
            batch = calls.read(batch.getLast().next());
        }
        return newest.stream().map(Found::posting).distinct().toList();
    }
}
