package io.attestore.audit.trail;

import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.record.OtherOwners;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Searches what the log holds beyond the index, by reading it. Safe for many threads. */
final class TrailTail {

    private static final Comparator<MatchingRecord> OLDEST_FIRST = Comparator.comparing(MatchingRecord::place);

    private final LogReader log;
    private final LoggedCalls calls;
    private final int eventsMax;

    TrailTail(LogReader log, TrailSettings settings) {
        this.log = log;
        this.calls = new LoggedCalls(log, settings.batchEvents());
        this.eventsMax = settings.tailEventsMax();
    }

    /**
     * The newest that match from a position on, at most {@code limit}, in any order.
     *
     * @throws TrailBehindException if there is too much to read
     */
    List<MatchingRecord> search(long from, TrailQuery query, int limit) {
        long events = log.head() + 1 - from;
        if (events > eventsMax) {
            throw new TrailBehindException(events);
        }
        PriorityQueue<MatchingRecord> newest = new PriorityQueue<>(OLDEST_FIRST);
        LoggedCalls.Batch batch = calls.read(from);
        while (!batch.isEmpty()) {
            for (List<RecordedEvent> call : batch.calls()) {
                if (mayMatch(call, query.where())) {
                    addMatching(call, query, limit, newest);
                }
            }
            batch = calls.read(batch.through() + 1);
        }
        return List.copyOf(newest);
    }

    /** Spares the mapping of what is certainly no concern of a namespace. */
    private static boolean mayMatch(List<RecordedEvent> call, AccountRegion where) {
        Map<String, String> metadata = call.getFirst().metadata();
        return where.region().value().equals(metadata.get("region"))
                && (where.account().value().equals(metadata.get("account"))
                        || OtherOwners.include(where.account(), call));
    }

    private static void addMatching(
            List<RecordedEvent> call, TrailQuery query, int limit, PriorityQueue<MatchingRecord> newest) {
        for (MatchingRecord record : matching(call, query)) {
            newest.add(record);
            if (newest.size() > limit) {
                newest.remove();
            }
        }
    }

    /** A call that cannot be mapped is passed over here as it is in the index; the projector reports and counts it. */
    private static List<MatchingRecord> matching(List<RecordedEvent> call, TrailQuery query) {
        try {
            return MatchingRecord.of(call, query);
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
