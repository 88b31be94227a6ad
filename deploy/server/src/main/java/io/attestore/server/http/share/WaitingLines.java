package io.attestore.server.http.share;

import io.attestore.server.http.source.Source;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;

/**
 * Requests that wait, each behind those of its source. All may wait equally long, so who is late first is the oldest, and
 * that one is first in its line. For its owner's lock.
 */
final class WaitingLines {

    private final SequencedMap<Source, Queue<Waiting>> lines = new LinkedHashMap<>();
    private final SequencedSet<Waiting> byAge = new LinkedHashSet<>();

    /** One request; equal to nothing but itself. */
    static final class Waiting {

        private final Source source;
        private final Runnable work;
        private final Runnable late;
        private final long sinceNanos;

        Waiting(Source source, Runnable work, Runnable late, long sinceNanos) {
            this.source = source;
            this.work = work;
            this.late = late;
            this.sinceNanos = sinceNanos;
        }

        Source source() {
            return source;
        }

        /** What is done in its turn. */
        Runnable work() {
            return work;
        }

        /** What is done instead if that does not come in time. */
        Runnable late() {
            return late;
        }

        long waitedNanos(long nowNanos) {
            return nowNanos - sinceNanos;
        }
    }

    boolean hasOneOf(Source source) {
        return lines.containsKey(source);
    }

    int size() {
        return byAge.size();
    }

    void add(Waiting waiting) {
        lines.computeIfAbsent(waiting.source, _ -> new ArrayDeque<>()).add(waiting);
        byAge.add(waiting);
    }

    boolean isEmpty() {
        return byAge.isEmpty();
    }

    /** @throws java.util.NoSuchElementException if nobody waits */
    Waiting oldest() {
        return byAge.getFirst();
    }

    Waiting removeOldest() {
        Waiting oldest = byAge.removeFirst();
        removeFirstOf(oldest.source);
        return oldest;
    }

    /** The first of the next line whose source may have a turn. That line is the last one then. */
    Optional<Waiting> removeNext(Predicate<Source> takesATurn) {
        for (int i = lines.size(); i > 0; i--) {
            Map.Entry<Source, Queue<Waiting>> first =
                    lines.entrySet().iterator().next();
            Source source = first.getKey();
            boolean begins = takesATurn.test(source);
            lines.putLast(source, first.getValue());
            if (begins) {
                Waiting next = removeFirstOf(source);
                byAge.remove(next);
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private Waiting removeFirstOf(Source source) {
        Queue<Waiting> line = lines.get(source);
        if (line == null) {
            throw new IllegalStateException("Nobody waits there");
        }
        Waiting first = line.remove();
        if (line.isEmpty()) {
            lines.remove(source);
        }
        return first;
    }
}
