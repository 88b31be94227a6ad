package io.attestore.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A history: its events, each with its position as a token, and then, as Axon wants it, one terminal entry with the
 * marker up to which it is complete. What is older than memory is read from the database page by page while the stream
 * is consumed, on the consumer's thread, so that a long history takes no more memory than a page of it.
 */
final class SourcedStream implements MessageStream<EventMessage> {

    private final LogHistory history;
    private final FlatCriteria criteria;
    private final long head;
    private final Deque<CommittedEvent> ahead = new ArrayDeque<>();
    private long next;
    private boolean isOver;
    private @Nullable RuntimeException failure;

    /**
     * @param from the first position
     * @param head the last one: committed
     */
    SourcedStream(LogHistory history, FlatCriteria criteria, long from, long head) {
        this.history = history;
        this.criteria = criteria;
        this.next = from;
        this.head = head;
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        Optional<Entry<EventMessage>> entry = peek();
        isOver |= ahead.poll() == null;
        return entry;
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        readAhead();
        if (isOver) {
            return Optional.empty();
        }
        return Optional.of(ahead.isEmpty() ? terminal() : ahead.peek().entry());
    }

    @Override
    public void setCallback(Runnable callback) {
        callback.run();
    }

    @Override
    public synchronized Optional<Throwable> error() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized boolean isCompleted() {
        return isOver;
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        readAhead();
        return !isOver;
    }

    @Override
    public synchronized void close() {
        isOver = true;
        ahead.clear();
    }

    private void readAhead() {
        try {
            while (!isOver && ahead.isEmpty() && next <= head) {
                LogHistory.Page page = history.history(criteria, next, head);
                ahead.addAll(page.events());
                next = page.lastPosition() + 1;
            }
        } catch (RuntimeException e) {
            failure = e;
            isOver = true;
        }
    }

    private Entry<EventMessage> terminal() {
        ConsistencyMarker marker = new GlobalIndexConsistencyMarker(head);
        return new SimpleEntry<>(TerminalEventMessage.INSTANCE, Context.with(ConsistencyMarker.RESOURCE_KEY, marker));
    }
}
