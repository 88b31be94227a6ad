package io.attestore.server.http.share;

import io.attestore.server.http.share.WaitingLines.Waiting;
import io.attestore.server.http.source.Source;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many requests are handled at one time: a server that begins everything at once finishes nothing in time. Further
 * ones wait, those of one source in the order in which they came, and sources take turns, so a crowd delays itself and
 * nobody else. While they wait they are entries of a queue and no more, and none waits for longer than the limit, whoever
 * keeps the turns. Safe for many threads.
 */
public final class AdmissionQueue {

    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("request-", 0).factory();

    private final long waitNanosMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Shares shares;
    private final WaitingLines waiting = new WaitingLines();
    private boolean isWatched;

    /**
     * @param sharePercent of the turns, that one source can have while others want some
     * @param waitMax how long a request may wait
     */
    public AdmissionQueue(int max, int sharePercent, Duration waitMax) {
        this.shares = new Shares(max, sharePercent);
        this.waitNanosMax = waitMax.toNanos();
    }

    /** How many wait now. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Never waits.
     *
     * @param work what is done in a turn on a thread of its own, if there is none now
     * @param late what is done instead, without a turn, if none comes in time
     * @return whether there is a turn now, for the caller, who has to end it
     */
    public boolean beginOrWait(Source source, Runnable work, Runnable late) {
        lock.lock();
        try {
            if (!waiting.hasOneOf(source) && shares.tryTake(source, 1)) {
                return true;
            }
            waiting.add(new Waiting(source, work, late, System.nanoTime()));
            if (!isWatched) {
                isWatched = true;
                THREADS.newThread(this::watch).start();
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a turn; who may begin now, begins. */
    public void end(Source source) {
        lock.lock();
        try {
            shares.giveBack(source, 1);
            while (!shares.isFull() && beginsNext()) {
                // so many as there is room for
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean beginsNext() {
        Optional<Waiting> next = waiting.removeNext(source -> shares.tryTake(source, 1));
        next.ifPresent(each -> THREADS.newThread(() -> run(each)).start());
        return next.isPresent();
    }

    private void run(Waiting turn) {
        try {
            turn.work().run();
        } finally {
            end(turn.source());
        }
    }

    /** For as long as somebody waits. */
    private void watch() {
        for (long rest = lateOrRest(); rest > 0; rest = lateOrRest()) {
            LockSupport.parkNanos(rest);
        }
    }

    /** Tells those whose time is over; answers how long the next one has. Nothing: nobody waits. */
    private long lateOrRest() {
        lock.lock();
        try {
            long now = System.nanoTime();
            while (!waiting.isEmpty()) {
                long rest = waitNanosMax - waiting.oldest().waitedNanos(now);
                if (rest > 0) {
                    return rest;
                }
                THREADS.newThread(waiting.removeOldest().late()).start();
            }
            isWatched = false;
            return 0;
        } finally {
            lock.unlock();
        }
    }
}
