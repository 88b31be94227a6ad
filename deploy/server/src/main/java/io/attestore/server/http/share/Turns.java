package io.attestore.server.http.share;

import io.attestore.server.http.source.Source;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * So many requests are handled at one time: a server that begins everything at once finishes nothing in time. Further
 * ones wait, those of one source in the order in which they came, and sources take turns, so a crowd delays itself and
 * nobody else. While they wait they are entries of a queue and no more. Safe for many threads.
 */
public final class Turns {

    private static final ThreadLocal<@Nullable Duration> WAITED = new ThreadLocal<>();
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("request-", 0).factory();

    private final ReentrantLock lock = new ReentrantLock();
    private final Shares shares;
    private final Map<Source, Line> lineOf = new HashMap<>();
    private final Queue<Line> lines = new ArrayDeque<>();
    private int waiting;

    private record Waiting(Runnable work, long sinceNanos) {}

    /** Those of one source who wait. */
    private record Line(Source source, Queue<Waiting> queue) {}

    /** @param sharePercent of the turns, that one source can have while others want some */
    public Turns(int max, int sharePercent) {
        this.shares = new Shares(max, sharePercent);
    }

    /** How long the calling thread's turn did not come; asked again, or if it did not wait for one, nothing. */
    public static Duration takeWaited() {
        Duration waited = WAITED.get();
        if (waited == null) {
            return Duration.ZERO;
        }
        WAITED.remove();
        return waited;
    }

    /** Whether the calling thread was started for a turn that had to be waited for, and it has not begun. */
    public static boolean isGrantedHere() {
        return WAITED.get() != null;
    }

    /** How many wait now. */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Never waits.
     *
     * @param later what is done in a turn on a thread of its own, if there is none now
     * @return whether there is a turn now, for the caller, who has to end it
     */
    public boolean beginOrWait(Source source, Runnable later) {
        lock.lock();
        try {
            Line line = lineOf.get(source);
            if (line == null && shares.tryTake(source, 1)) {
                return true;
            }
            if (line == null) {
                line = new Line(source, new ArrayDeque<>());
                lineOf.put(source, line);
                lines.add(line);
            }
            line.queue.add(new Waiting(later, System.nanoTime()));
            waiting++;
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
                waiting--;
            }
        } finally {
            lock.unlock();
        }
    }

    /** The first of the next line whose source may have a turn. That line is the last one then. */
    private boolean beginsNext() {
        for (int i = lines.size(); i > 0; i--) {
            Line line = lines.remove();
            if (!shares.tryTake(line.source, 1)) {
                lines.add(line);
                continue;
            }
            Waiting next = line.queue.remove();
            if (line.queue.isEmpty()) {
                lineOf.remove(line.source);
            } else {
                lines.add(line);
            }
            THREADS.newThread(() -> run(line.source, next)).start();
            return true;
        }
        return false;
    }

    private void run(Source source, Waiting turn) {
        WAITED.set(Duration.ofNanos(System.nanoTime() - turn.sinceNanos));
        try {
            turn.work.run();
        } finally {
            end(source);
        }
    }
}
