package io.attestore.server.refusals;

import io.attestore.events.call.RefusalsNotRecorded;
import io.attestore.events.call.RefusalsNotRecorded.Count;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many refusals there were of each kind, and when. Not safe for many threads. */
final class RefusalCounts {

    /** An event of so many kinds has some twenty kilobytes. */
    static final int KINDS_MAX = 256;

    private record Kind(String eventSource, String eventName, String errorCode) {}

    private final Map<Kind, Long> byKind = new LinkedHashMap<>();
    private long others;
    private Instant from = Instant.MAX;
    private Instant until = Instant.MIN;

    void add(String eventSource, String eventName, String errorCode, Instant at) {
        note(at, at);
        add(new Kind(eventSource, eventName, errorCode), 1);
    }

    void addOther(Instant at) {
        note(at, at);
        others++;
    }

    void add(RefusalsNotRecorded earlier) {
        note(earlier.from(), earlier.until());
        earlier.counts()
                .forEach(count ->
                        add(new Kind(count.eventSource(), count.eventName(), count.errorCode()), count.refusals()));
        others += earlier.others();
    }

    /** Their number, without their kinds. */
    void addOthers(RefusalsNotRecorded earlier) {
        note(earlier.from(), earlier.until());
        others += earlier.others()
                + earlier.counts().stream().mapToLong(Count::refusals).sum();
    }

    private void add(Kind kind, long refusals) {
        if (byKind.size() >= KINDS_MAX && !byKind.containsKey(kind)) {
            others += refusals;
        } else {
            byKind.merge(kind, refusals, Long::sum);
        }
    }

    private void note(Instant first, Instant last) {
        from = first.isBefore(from) ? first : from;
        until = last.isAfter(until) ? last : until;
    }

    boolean beganBefore(Instant minute) {
        return from.isBefore(minute);
    }

    RefusalsNotRecorded toEvent() {
        List<Count> counts = byKind.entrySet().stream()
                .map(each -> new Count(
                        each.getKey().eventSource(),
                        each.getKey().eventName(),
                        each.getKey().errorCode(),
                        each.getValue()))
                .toList();
        return new RefusalsNotRecorded(from, until, counts, others);
    }
}
