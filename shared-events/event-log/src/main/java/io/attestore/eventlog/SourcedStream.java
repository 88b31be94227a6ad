package io.attestore.eventlog;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;

/** A history: its events and then, as Axon wants it, one terminal entry with the marker up to which it is complete. */
final class SourcedStream implements MessageStream<EventMessage> {

    private final List<CommittedEvent> events;
    private final ConsistencyMarker marker;
    private int next;

    SourcedStream(List<CommittedEvent> events, long head) {
        this.events = events;
        this.marker = new GlobalIndexConsistencyMarker(head);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        Optional<Entry<EventMessage>> entry = peek();
        next += entry.isPresent() ? 1 : 0;
        return entry;
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        if (next > events.size()) {
            return Optional.empty();
        }
        return Optional.of(
                next == events.size()
                        ? new SimpleEntry<>(
                                TerminalEventMessage.INSTANCE, Context.with(ConsistencyMarker.RESOURCE_KEY, marker))
                        : new SimpleEntry<>(events.get(next).message()));
    }

    @Override
    public void setCallback(Runnable callback) {
        callback.run();
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.empty();
    }

    @Override
    public synchronized boolean isCompleted() {
        return next > events.size();
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        return next <= events.size();
    }

    @Override
    public synchronized void close() {
        next = events.size() + 1;
    }
}
