package io.attestore.entities.past;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.attestore.contract.state.EntityType;
import io.attestore.events.EventTag;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;
import java.time.Instant;

/**
 * States as they were at a position of the log, folded from the events of their tag up to it. The past does not change:
 * what was folded last is kept, bounded by its weight, so that the pages of one question cost one fold of what they
 * share. Reads no record of access, and holds one page of events at a time. Safe for many threads; what the log throws
 * comes through.
 */
public final class PastStates {

    private static final int PAGE_EVENTS = 500;
    private static final long ENTRY_BYTES = 256;

    private final LogReader log;
    private final TagReader tags;
    private final Cache<Key, Folded> folded;
    private final int entryBytesMax;

    private record Key(String type, Object id, long position) {}

    private record Folded(Object state, int bytes) {}

    /** @param bytesMax about how much memory the kept states may take; of larger ones two are kept */
    public PastStates(LogReader log, TagReader tags, long bytesMax) {
        this.log = log;
        this.tags = tags;
        this.entryBytesMax = (int) Math.clamp(bytesMax / 2, 1, Integer.MAX_VALUE);
        this.folded = Caffeine.newBuilder()
                .maximumWeight(bytesMax)
                .weigher((Key key, Folded entry) -> entry.bytes())
                .build();
    }

    /** The newest position there is; -1 for an empty log. */
    public long head() {
        return log.head();
    }

    /**
     * The position of the last event whose time is at or before a moment; -1 if there is none. Exact as long as no
     * event stands in the log 15 seconds behind one that happened after it.
     */
    public long positionAt(Instant moment) {
        return MomentInLog.position(log, moment);
    }

    /** The state when the event at the position was the newest; the initial one for a position of -1. */
    @SuppressWarnings("unchecked")
    public <I, S> S load(EntityType<I, S> type, I id, long position) {
        Key key = new Key(type.name(), id, position);
        return (S) folded.get(key, _ -> folded(type, id, position)).state();
    }

    /** One state never weighs so much that it is not kept: the next page would fold it all again. */
    private <I, S> Folded folded(EntityType<I, S> type, I id, long position) {
        S state = fold(type, id, position);
        return new Folded(state, (int) Math.clamp(type.weight().applyAsLong(state) + ENTRY_BYTES, 1, entryBytesMax));
    }

    private <I, S> S fold(EntityType<I, S> type, I id, long position) {
        EventTag tag = type.tag().apply(id);
        S state = type.initial().apply(id);
        long next = 0;
        while (next <= position) {
            TagReader.Page page = tags.read(tag, next, position, PAGE_EVENTS);
            for (RecordedEvent event : page.events()) {
                state = type.evolve().evolve(state, event.event(), event.at(), event.position());
            }
            next = page.through() + 1;
        }
        return state;
    }
}
