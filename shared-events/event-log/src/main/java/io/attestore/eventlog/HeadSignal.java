package io.attestore.eventlog;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Tells those who wait that the head has moved. Listeners run one after the other on a thread of their own, never on
 * the writer's; signals that come while they run are one more run. Where nobody listens or waits, a signal wakes
 * nobody: that is every batch of a busy log, whose readers come when they have time.
 */
final class HeadSignal {

    private final LongSupplier head;
    private final Executor executor;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicBoolean running = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    HeadSignal(LongSupplier head, Executor executor) {
        this.head = head;
        this.executor = executor;
    }

    void add(Runnable listener) {
        listeners.add(listener);
    }

    void remove(Runnable listener) {
        listeners.remove(listener);
    }

    /** The head has moved. Whoever begins to wait after this sees it for himself. */
    void signal() {
        if (waiting.get() == 0 && listeners.isEmpty()) {
            return;
        }
        due.set(true);
        if (running.compareAndSet(false, true)) {
            executor.execute(this::tell);
        }
    }

    boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        waiting.incrementAndGet();
        try {
            while (head.getAsLong() <= position) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    private void tell() {
        do {
            while (due.getAndSet(false)) {
                wakeWaiting();
                listeners.forEach(Runnable::run);
            }
            running.set(false);
        } while (due.get() && running.compareAndSet(false, true));
    }

    private void wakeWaiting() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
