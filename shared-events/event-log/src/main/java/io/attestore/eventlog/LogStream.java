package io.attestore.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.jspecify.annotations.Nullable;

/**
 * The log as an endless stream from some position on. Near the tail it is served from memory; a reader that is far
 * behind reads pages from the database on its own thread. A token is the position of the last event that was taken.
 */
final class LogStream implements MessageStream<EventMessage> {

    private static final int PAGE_EVENTS = 256;
    private static final Runnable NOBODY = () -> {};

    private final LogHistory history;
    private final HeadSignal signal;
    private final EventCriteria criteria;
    private final Runnable wake = this::wake;
    private final Deque<CommittedEvent> ahead = new ArrayDeque<>();
    private long lastRead;
    private volatile Runnable callback = NOBODY;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    /** @param after the position after which to begin */
    LogStream(LogHistory history, HeadSignal signal, EventCriteria criteria, long after) {
        this.history = history;
        this.signal = signal;
        this.criteria = criteria;
        this.lastRead = after;
        signal.add(wake);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> next() {
        readAhead();
        return Optional.ofNullable(ahead.poll()).map(CommittedEvent::entry);
    }

    @Override
    public synchronized Optional<Entry<EventMessage>> peek() {
        readAhead();
        return Optional.ofNullable(ahead.peek()).map(CommittedEvent::entry);
    }

    @Override
    public void setCallback(Runnable newCallback) {
        callback = newCallback;
        wake();
    }

    @Override
    public Optional<Throwable> error() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized boolean isCompleted() {
        return closed || (failure != null && ahead.isEmpty());
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        readAhead();
        return !ahead.isEmpty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        ahead.clear();
        signal.remove(wake);
    }

    private void readAhead() {
        if (closed || failure != null) {
            return;
        }
        try {
            long head = history.head();
            while (ahead.isEmpty() && lastRead < head) {
                LogHistory.Page page = history.page(criteria, lastRead + 1, head, PAGE_EVENTS);
                ahead.addAll(page.events());
                lastRead = page.lastPosition();
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void wake() {
        try {
            callback.run();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException cause) {
        failure = cause;
        signal.remove(wake);
    }
}
