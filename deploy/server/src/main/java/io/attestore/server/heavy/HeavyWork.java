package io.attestore.server.heavy;

import io.attestore.events.id.AccountId;
import io.attestore.events.log.LogOverloadedException;
import io.attestore.events.log.LogUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does work that takes much of a processor on a few threads of its own, which are fewer than the processors: what the
 * rest of the server does finds one free at any time. Accounts take turns, one piece of work each, so that nobody waits
 * for all that somebody else has brought.
 *
 * <p>These are threads of the operating system, which shares its processors out by time: a virtual thread would keep its
 * carrier until its work is done. Safe for many threads.
 */
public final class HeavyWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeavyWork.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition brought = lock.newCondition();
    private final FairQueue<AccountId, PieceOfWork<?>> waiting;
    private final List<Thread> threads;
    private boolean closed;

    public HeavyWork(HeavyWorkSettings settings) {
        this.waiting = new FairQueue<>(settings.waitingPerAccountMax(), settings.waitingMax());
        this.threads = IntStream.range(0, settings.threadsOrDefault())
                .mapToObj(number -> (Thread) new HeavyThread("heavy-work-" + number, this::work))
                .toList();
        threads.forEach(Thread::start);
    }

    /**
     * Does the work, in one of the threads, and returns its result or throws what it throws. Waits for its turn until the
     * deadline; once begun, it is waited for to its end. Work that is brought by other heavy work is done at once.
     *
     * @param deadlineNanos by {@link System#nanoTime}
     * @throws LogOverloadedException if too much is waiting
     * @throws LogUnavailableException if it was not begun by the deadline
     */
    public <T> T run(AccountId account, long deadlineNanos, Supplier<T> work) {
        if (Thread.currentThread() instanceof HeavyThread) {
            return work.get();
        }
        PieceOfWork<T> piece = new PieceOfWork<>(work);
        bring(account, piece);
        return piece.await(deadlineNanos);
    }

    /** How many pieces of work have not begun. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private void bring(AccountId account, PieceOfWork<?> piece) {
        lock.lock();
        try {
            if (closed) {
                throw new LogUnavailableException("The server stops");
            }
            if (!waiting.offer(account, piece)) {
                throw new LogOverloadedException("Too much heavy work is waiting");
            }
            brought.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        for (var piece = next(); piece.isPresent(); piece = next()) {
            piece.get().begin();
        }
    }

    /** Waits for one; empty if there will be none. */
    private Optional<PieceOfWork<?>> next() {
        lock.lock();
        try {
            var piece = waiting.poll();
            while (piece.isEmpty() && !closed) {
                brought.awaitUninterruptibly();
                piece = waiting.poll();
            }
            return piece;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What runs is let to its end, for so long in all: it may have begun what is to be recorded, and its caller waits for
     * it. What waits is told that it will not be done.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            for (var piece = waiting.poll(); piece.isPresent(); piece = waiting.poll()) {
                piece.get().abandon();
            }
            brought.signalAll();
        } finally {
            lock.unlock();
        }
        long endNanos = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
        try {
            for (Thread thread : threads) {
                Duration left = Duration.ofNanos(Math.max(1, endNanos - System.nanoTime()));
                if (!thread.join(left)) {
                    LOG.warn("Heavy work did not end within {}", CLOSE_TIMEOUT);
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class HeavyThread extends Thread {

        HeavyThread(String name, Runnable work) {
            super(work, name);
            setDaemon(true);
        }
    }
}
