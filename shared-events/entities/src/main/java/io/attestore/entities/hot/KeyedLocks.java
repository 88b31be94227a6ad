package io.attestore.entities.hot;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One thread at a time folds a state, so that a crowd that finds a long history not in memory reads it once. States
 * share a bounded number of locks. Safe for many threads.
 */
final class KeyedLocks {

    private static final int LOCKS = 256;

    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    KeyedLocks() {
        Arrays.setAll(locks, index -> new ReentrantLock());
    }

    /** Waits for the turn. */
    <T> T alone(StateKey key, Supplier<T> work) {
        ReentrantLock lock = lock(key);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what there is instead if it is another's turn. */
    <T> T aloneOr(StateKey key, Supplier<T> work, T otherwise) {
        ReentrantLock lock = lock(key);
        if (!lock.tryLock()) {
            return otherwise;
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(StateKey key) {
        int hash = key.hashCode();
        return locks[Math.floorMod(hash ^ (hash >>> 16), LOCKS)];
    }
}
