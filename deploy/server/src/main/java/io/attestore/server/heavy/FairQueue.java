package io.attestore.server.heavy;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A bounded queue in which everybody who brings something has a queue of his own, and these take turns. It may be full
 * for those who have something in it and still has a place for who has nothing. Not safe for many threads.
 *
 * @param <K> who brings
 * @param <E> what is brought
 */
final class FairQueue<K, E> {

    private final int perKeyMax;
    private final int max;
    private final Map<K, Share<K, E>> shares = new HashMap<>();
    private final Queue<Share<K, E>> turns = new ArrayDeque<>();
    private int size;

    private record Share<K, E>(K key, Queue<E> elements) {}

    FairQueue(int perKeyMax, int max) {
        this.perKeyMax = perKeyMax;
        this.max = max;
    }

    /** Whether there was room. */
    boolean offer(K key, E element) {
        Share<K, E> own = shares.get(key);
        if (own == null) {
            own = new Share<>(key, new ArrayDeque<>());
            shares.put(key, own);
            turns.add(own);
        } else if (own.elements.size() >= perKeyMax || size >= max) {
            return false;
        }
        own.elements.add(element);
        size++;
        return true;
    }

    /** The oldest of who has waited longest for his turn. */
    Optional<E> poll() {
        Share<K, E> own = turns.poll();
        if (own == null) {
            return Optional.empty();
        }
        E element = own.elements.remove();
        size--;
        if (own.elements.isEmpty()) {
            shares.remove(own.key);
        } else {
            turns.add(own);
        }
        return Optional.of(element);
    }

    int size() {
        return size;
    }
}
