package io.attestore.entities.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Optional;

/**
 * The states of all types, bounded by their weight in bytes; the least useful leave first. An older state never
 * replaces a newer one. Safe for many threads.
 */
public final class StateCache {

    /** About what an entry costs besides its state: key, position and the cache's own nodes. */
    private static final long ENTRY_BYTES = 256;

    private final Cache<StateKey, Weighed> states;

    /** @param bytesMax about how much memory the states may take */
    public StateCache(long bytesMax) {
        if (bytesMax < 0) {
            throw new IllegalArgumentException("The limit of hot states is a number of bytes");
        }
        this.states = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((StateKey key, Weighed entry) -> entry.bytes())
                .recordStats()
                .executor(Runnable::run) // upkeep is short, waking another thread for it is not
                .build();
    }

    Optional<StateAt<?>> find(StateKey key) {
        return Optional.ofNullable(states.getIfPresent(key)).map(Weighed::state);
    }

    void put(StateKey key, StateAt<?> state, long stateBytes) {
        Weighed fresh = new Weighed(state, (int) Math.clamp(stateBytes + ENTRY_BYTES, 1, Integer.MAX_VALUE));
        states.asMap()
                .merge(
                        key,
                        fresh,
                        (present, given) ->
                                present.state().position() < given.state().position() ? given : present);
    }

    /** Forgets everything; the next loads source from the log's beginning. */
    public void clear() {
        states.invalidateAll();
    }

    /** How many states are kept; an estimate. */
    public long size() {
        states.cleanUp();
        return states.estimatedSize();
    }

    /** Hits, misses and evictions since the start. */
    public CacheStats statistics() {
        return states.stats();
    }

    private record Weighed(StateAt<?> state, int bytes) {}
}
