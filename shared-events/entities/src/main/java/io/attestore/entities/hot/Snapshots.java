package io.attestore.entities.hot;

import io.attestore.contract.state.EntityType;
import io.attestore.events.log.RecordedEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * States that were stored, so that one that is not in memory need not be folded from its beginning. They are a
 * shortcut: each is what the events make of it, may be gone at any time, and is not missed then. Which types have any,
 * says {@link EntityType#foldVersion()}.
 *
 * <p>Safe for many threads.
 */
public interface Snapshots {

    /** Where nothing is stored. */
    Snapshots NONE = new Snapshots() {
        @Override
        public <I, S> Map<I, Found<S>> find(EntityType<I, S> type, Collection<I> ids) {
            return Map.of();
        }

        @Override
        public <I, S> boolean offer(EntityType<I, S> type, I id, S state, long position) {
            return false;
        }
    };

    /**
     * A state that was stored, and what has happened to it since.
     *
     * @param since the events of its tag that are not in it yet, in their order, up to {@code through}
     * @param through a position that was known to be committed before anything was looked up: up to it, nothing of the
     *     tag is missing
     */
    record Found<S>(S state, List<RecordedEvent> since, long through) {

        public Found {
            since = List.copyOf(since);
        }
    }

    /**
     * What there is of these instances, all looked up at once. Only what this very version of the fold has stored, and
     * nothing that is ahead of this node; whatever else is there is left out.
     *
     * @throws io.attestore.events.log.LogUnavailableException if the store does not answer at all
     */
    <I, S> Map<I, Found<S>> find(EntityType<I, S> type, Collection<I> ids);

    /**
     * Stores a state later, unless a newer one is stored, without making the caller wait.
     *
     * @param position every event of its tag up to it is folded in, and none beyond it
     * @return whether it was taken; what was taken may still come to nothing
     */
    <I, S> boolean offer(EntityType<I, S> type, I id, S state, long position);
}
