package io.attestore.audit.trail;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the index was found damaged: what searches and the projector of one node tell each other. It stays so until an
 * index that was begun afterwards has come as far as the log was then. Safe for many threads.
 */
public final class TrailDamage {

    private static final Logger LOG = LoggerFactory.getLogger(TrailDamage.class);

    /**
     * What was found.
     *
     * @param state of the index that is damaged
     * @param head of the log at that time
     */
    record Found(String reason, IndexState state, long head) {

        boolean isOf(IndexState index) {
            return state.generation() == index.generation();
        }
    }

    private final AtomicLong times = new AtomicLong();
    private volatile Optional<Found> current = Optional.empty();

    /** What was found, until it is mended; empty if the index is whole as far as is known. */
    public Optional<String> reason() {
        return found().map(Found::reason);
    }

    /** How many indexes this node has found damaged since it was started. */
    public long times() {
        return times.get();
    }

    Optional<Found> found() {
        return current;
    }

    /** Said once for each index, however many searches come to it. */
    synchronized void report(String reason, IndexState state, long head) {
        if (current.filter(known -> known.isOf(state)).isEmpty()) {
            current = Optional.of(new Found(reason, state, head));
            times.incrementAndGet();
            LOG.error("The trail's index is damaged: {}. It is built anew; searches read the log meanwhile", reason);
        }
    }

    /** Takes note of how far an index has come. */
    synchronized void reached(IndexState state) {
        current = current.filter(found -> found.isOf(state) || state.position() < found.head());
    }
}
