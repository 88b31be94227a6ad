package io.attestore.entities;

import io.attestore.events.EventTag;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What happened, read by position, as if it were a log. */
public final class HistoryLog implements LogReader, TagReader {

    /** The positions of every look by position so far. */
    public final List<List<Long>> lookedAt = new CopyOnWriteArrayList<>();

    private final Supplier<List<RecordedEvent>> recorded;

    public HistoryLog(History history) {
        this(history::recorded);
    }

    /** @param recorded everything that has happened, each at its position */
    public HistoryLog(Supplier<List<RecordedEvent>> recorded) {
        this.recorded = recorded;
    }

    @Override
    public long head() {
        return recorded.get().size() - 1L;
    }

    @Override
    public List<RecordedEvent> read(long from, int limit) {
        return recorded.get().stream().skip(from).limit(limit).toList();
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        lookedAt.add(List.copyOf(positions));
        return recorded.get().stream()
                .filter(event -> positions.contains(event.position()))
                .toList();
    }

    @Override
    public boolean awaitBeyond(long position, Duration timeout) {
        return head() > position;
    }

    @Override
    public Page read(EventTag tag, long from, long to, int limit) {
        List<RecordedEvent> events = recorded.get().stream()
                .filter(event -> event.position() >= from && event.position() <= to)
                .filter(event -> event.event().tags().contains(tag))
                .toList();
        return new Page(events, to);
    }
}
