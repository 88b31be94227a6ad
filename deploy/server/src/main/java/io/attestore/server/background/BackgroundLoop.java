package io.attestore.server.background;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on by itself, step after step with rests between, in a thread of its own until it is closed. A step that
 * fails is told of and done again after a rest. Safe for many threads.
 */
public final class BackgroundLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final Step step;
    private final Duration afterFailure;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private Duration firstRest = Duration.ZERO;
    private boolean isWoken;
    private volatile boolean closing;

    /** One piece of the work. */
    @FunctionalInterface
    public interface Step {

        /**
         * @return how long to rest before the next one; zero: not at all
         * @throws InterruptedException if it was told to stop
         */
        Duration work() throws InterruptedException;
    }

    /**
     * @param name of the thread, and of the work where it is told of
     * @param afterFailure how long to rest after a step that failed
     */
    public BackgroundLoop(String name, Duration afterFailure, Step step) {
        this(name, Thread.NORM_PRIORITY, afterFailure, step);
    }

    /** @param priority of the thread */
    public BackgroundLoop(String name, int priority, Duration afterFailure, Step step) {
        this.step = step;
        this.afterFailure = afterFailure;
        this.thread = Thread.ofPlatform().daemon().name(name).priority(priority).unstarted(this::run);
    }

    /** Begins; once only. */
    public void start() {
        thread.start();
    }

    /** Begins with a rest; once only. */
    public void startAfter(Duration rest) {
        firstRest = rest;
        thread.start();
    }

    public boolean isStarted() {
        return thread.getState() != Thread.State.NEW;
    }

    /** Ends the rest, or the next one if there is none now. */
    public void wake() {
        lock.lock();
        try {
            isWoken = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a step that runs should come to an end. */
    public boolean isClosing() {
        return closing;
    }

    /** Interrupts a step that runs and waits for its end, for ten seconds at most. There is no step after it. */
    @Override
    public void close() {
        closing = true;
        wake();
        if (!isStarted()) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_TIMEOUT)) {
                LOG.warn("{} did not stop within {}", thread.getName(), CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            rest(firstRest);
            while (!closing) {
                rest(workOrTell());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("{} was told to stop", thread.getName());
        }
    }

    /** A database that is interrupted tells it as a failure of its own: one while this is closed is none. */
    private Duration workOrTell() throws InterruptedException {
        try {
            return step.work();
        } catch (RuntimeException e) {
            if (!closing) {
                LOG.error("{} failed and is tried again in {}", thread.getName(), afterFailure, e);
            }
            return afterFailure;
        }
    }

    /** An interrupt may have been swallowed by what the step called, so the order to close is looked at, too. */
    private void rest(Duration rest) throws InterruptedException {
        if (rest.isZero()) {
            return;
        }
        lock.lockInterruptibly();
        try {
            long nanos = rest.toNanos();
            while (nanos > 0 && !isWoken && !closing) {
                nanos = woken.awaitNanos(nanos);
            }
            isWoken = false;
        } finally {
            lock.unlock();
        }
    }
}
