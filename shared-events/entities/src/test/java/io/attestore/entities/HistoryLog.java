package io.attestore.entities;

import io.attestore.events.EventTag;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A {@link History} read by position, as if it were a log. */
public final class HistoryLog implements LogReader, TagReader {

    private final History history;

    public HistoryLog(History history) {
        this.history = history;
    }

    @Override
    public long head() {
        return history.recorded().size() - 1L;
    }

    @Override
    public List<RecordedEvent> read(long from, int limit) {
        return history.recorded().stream().skip(from).limit(limit).toList();
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return history.recorded().stream()
                .filter(event -> positions.contains(event.position()))
                .toList();
    }

    @Override
    public boolean awaitBeyond(long position, Duration timeout) {
        return head() > position;
    }

    @Override
    public Page read(EventTag tag, long from, long to, int limit) {
        List<RecordedEvent> events = history.recorded().stream()
                .filter(event -> event.position() >= from && event.position() <= to)
                .filter(event -> event.event().tags().contains(tag))
                .toList();
        return new Page(events, to);
    }
}
