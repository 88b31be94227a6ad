package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.LoggedCalls;
import io.attestore.audit.record.RecordFacts;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The calls beyond the index, with what their records are found by: mapped once, by the first search that comes to
 * them, and kept for the next ones. The newest {@code callsMax} of what searches have asked for are kept, some hundred
 * bytes each. Safe for many threads; one at a time maps what all of them need.
 */
final class MappedCalls {

    /** @param records none if the call cannot be mapped: the projector reports and counts it */
    record MappedCall(long position, int events, List<RecordFacts> records) {

        static MappedCall of(List<RecordedEvent> call) {
            return new MappedCall(call.getFirst().position(), call.size(), recordsOf(call));
        }

        private static List<RecordFacts> recordsOf(List<RecordedEvent> call) {
            try {
                return CloudTrailRecords.factsOf(call);
            } catch (RuntimeException e) {
                return List.of();
            }
        }

        /** The position after it. */
        long next() {
            return position + events;
        }
    }

    private final LoggedCalls log;
    private final int callsMax;
    private final ReentrantLock lock = new ReentrantLock();

    /** Calls that follow each other; the newest last. */
    private final List<MappedCall> kept = new ArrayList<>();

    MappedCalls(LoggedCalls log, int callsMax) {
        this.log = log;
        this.callsMax = callsMax;
    }

    /** The next calls from a position on, which must be the first of a call. Empty at the head. */
    List<MappedCall> read(long from) {
        lock.lock();
        try {
            int first = indexOf(from);
            if (first < kept.size()) {
                return List.copyOf(kept.subList(first, kept.size()));
            }
            if (kept.isEmpty() || from >= kept.getLast().next()) {
                return readOn(from);
            }
        } finally {
            lock.unlock();
        }
        return mapped(from);
    }

    private List<MappedCall> readOn(long from) {
        if (!kept.isEmpty() && from > kept.getLast().next()) {
            kept.clear();
        }
        List<MappedCall> news = mapped(from);
        kept.addAll(news);
        kept.subList(0, Math.max(0, kept.size() - callsMax)).clear();
        return news;
    }

    private List<MappedCall> mapped(long from) {
        return log.read(from).calls().stream().map(MappedCall::of).toList();
    }

    /** Of the call that begins there; the number of those that are kept if there is none. */
    private int indexOf(long position) {
        int low = 0;
        int high = kept.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = kept.get(middle).position();
            if (found == position) {
                return middle;
            }
            if (found < position) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return kept.size();
    }
}
