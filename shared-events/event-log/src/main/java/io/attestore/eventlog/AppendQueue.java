package io.attestore.eventlog;

import io.attestore.events.log.LogOverloadedException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Appends that wait for the writer, first come first served, bounded by events and bytes. */
final class AppendQueue {

    private final int eventsMax;
    private final long bytesMax;
    private final Deque<PendingAppend> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();
    private int events;
    private long bytes;
    private boolean closed;

    AppendQueue(int eventsMax, long bytesMax) {
        this.eventsMax = eventsMax;
        this.bytesMax = bytesMax;
    }

    /**
     * Never waits.
     *
     * @throws LogOverloadedException if there is no room
     * @throws IllegalStateException if the log is closed
     */
    void add(PendingAppend append) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("The log is closed");
            }
            if (events + append.events.size() > eventsMax || bytes + append.bytes > bytesMax) {
                throw new LogOverloadedException("The log's queue is full");
            }
            events += append.events.size();
            bytes += append.bytes;
            waiting.add(append);
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first append and takes what follows as far as it fits; nothing if the time is over. */
    List<PendingAppend> take(int batchEventsMax, long batchBytesMax, Duration timeout) throws InterruptedException {
        lock.lock();
        try {
            long nanos = timeout.toNanos();
            while (waiting.isEmpty() && !closed && nanos > 0) {
                nanos = notEmpty.awaitNanos(nanos);
            }
            List<PendingAppend> batch = new ArrayList<>();
            int batchEvents = 0;
            long batchBytes = 0;
            for (PendingAppend next = waiting.peek(); next != null; next = waiting.peek()) {
                batchEvents += next.events.size();
                batchBytes += next.bytes;
                if (!batch.isEmpty() && (batchEvents > batchEventsMax || batchBytes > batchBytesMax)) {
                    break;
                }
                waiting.remove();
                events -= next.events.size();
                bytes -= next.bytes;
                if (next.take()) {
                    batch.add(next);
                }
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    int events() {
        lock.lock();
        try {
            return events;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses new appends; those that wait can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            notEmpty.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isDrained() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
