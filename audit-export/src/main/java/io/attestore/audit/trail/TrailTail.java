package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Searches what the log holds beyond the index, by reading it. Safe for many threads. */
final class TrailTail {

    private static final Comparator<TrailEntry> OLDEST_FIRST = Comparator.comparing(TrailEntry::place);

    private final LogReader log;
    private final LoggedCalls calls;
    private final int eventsMax;

    TrailTail(LogReader log, TrailSettings settings) {
        this.log = log;
        this.calls = new LoggedCalls(log, settings.batchEvents());
        this.eventsMax = settings.tailEventsMax();
    }

    /**
     * The newest that match from a position on, newest first, at most {@code limit}.
     *
     * @throws TrailBehindException if there is too much to read
     */
    List<TrailEntry> search(long from, TrailQuery query, int limit) {
        long events = log.head() + 1 - from;
        if (events > eventsMax) {
            throw new TrailBehindException(events);
        }
        PriorityQueue<TrailEntry> newest = new PriorityQueue<>(OLDEST_FIRST);
        LoggedCalls.Batch batch = calls.read(from);
        while (!batch.isEmpty()) {
            for (List<RecordedEvent> call : batch.calls()) {
                if (mayMatch(call.getFirst(), query.where())) {
                    addMatching(call, query, limit, newest);
                }
            }
            batch = calls.read(batch.through() + 1);
        }
        return newest.stream().sorted(OLDEST_FIRST.reversed()).toList();
    }

    /** Spares the mapping of what is certainly another namespace's. */
    private static boolean mayMatch(RecordedEvent event, AccountRegion where) {
        return where.account().value().equals(event.metadata().get("account"))
                && where.region().value().equals(event.metadata().get("region"));
    }

    private static void addMatching(
            List<RecordedEvent> call, TrailQuery query, int limit, PriorityQueue<TrailEntry> newest) {
        List<CloudTrailRecord> records = recordsOf(call);
        for (int ordinal = 0; ordinal < records.size(); ordinal++) {
            CloudTrailRecord record = records.get(ordinal);
            TrailPlace place =
                    new TrailPlace(record.eventTime(), call.getFirst().position(), ordinal);
            if (query.matches(place, record)) {
                newest.add(new TrailEntry(place, record));
                if (newest.size() > limit) {
                    newest.remove();
                }
            }
        }
    }

    /** A call that cannot be mapped is passed over here as it is in the index; the projector reports and counts it. */
    private static List<CloudTrailRecord> recordsOf(List<RecordedEvent> call) {
        try {
            return CloudTrailRecords.of(call);
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
