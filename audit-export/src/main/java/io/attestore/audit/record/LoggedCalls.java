package io.attestore.audit.record;

import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the log call by call: neighbouring events of one request belong together. A call whose events might continue
 * beyond what was read is held back. At the head every call is complete, since the events of one append become visible
 * together. Safe for many threads.
 */
public final class LoggedCalls {

    private final LogReader log;
    private final int batchEvents;

    /** @param batchEvents how many events to read at a time, at least 1 */
    public LoggedCalls(LogReader log, int batchEvents) {
        if (batchEvents < 1) {
            throw new IllegalArgumentException("A batch has at least one event");
        }
        this.log = log;
        this.batchEvents = batchEvents;
    }

    /**
     * Complete calls.
     *
     * @param through the position of the last event in them; one before the start if there are none
     */
    public record Batch(List<List<RecordedEvent>> calls, long through) {

        public boolean isEmpty() {
            return calls.isEmpty();
        }
    }

    /** The next calls from a position on, which must be the first of a call. Empty at the head. */
    public Batch read(long from) {
        int limit = batchEvents;
        while (true) {
            List<RecordedEvent> events = log.read(from, limit);
            List<List<RecordedEvent>> calls = group(events);
            boolean headReached = events.size() < limit;
            if (headReached || calls.size() > 1) {
                List<List<RecordedEvent>> complete = headReached ? calls : calls.subList(0, calls.size() - 1);
                long through = complete.isEmpty()
                        ? from - 1
                        : complete.getLast().getLast().position();
                return new Batch(List.copyOf(complete), through);
            }
            limit = Math.multiplyExact(limit, 2);
        }
    }

    /** The id of the request that an event records; empty for an event that no call caused. */
    static Optional<String> requestId(RecordedEvent event) {
        return Optional.ofNullable(event.metadata().get("requestId"));
    }

    private static List<List<RecordedEvent>> group(List<RecordedEvent> events) {
        List<List<RecordedEvent>> calls = new ArrayList<>();
        for (RecordedEvent event : events) {
            if (calls.isEmpty() || !sameCall(calls.getLast().getLast(), event)) {
                calls.add(new ArrayList<>());
            }
            calls.getLast().add(event);
        }
        return calls;
    }

    /** Whether two neighbours of the log belong to one call. */
    public static boolean sameCall(RecordedEvent one, RecordedEvent other) {
        Optional<String> request = requestId(one);
        return request.isPresent() && request.equals(requestId(other));
    }
}
