package io.attestore.entities.past;

import io.attestore.contract.state.EntityType;
import io.attestore.events.EventTag;
import io.attestore.events.log.LogCheck.Pace;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.log.TagReader;

/** A state as the log alone makes it, from its beginning: nothing that is kept of it is asked. */
public final class Fold {

    private static final int EVENTS_PER_READ = 1_000;

    private Fold() {}

    /**
     * @param through the position up to which events are folded in
     * @throws InterruptedException if whoever limits the pace is to stop
     */
    public static <I, S> S of(EntityType<I, S> type, I id, long through, TagReader events, Pace pace)
            throws InterruptedException {
        EventTag tag = type.tag().apply(id);
        S state = type.initial().apply(id);
        long from = 0;
        while (from <= through) {
            TagReader.Page page = events.read(tag, from, through, EVENTS_PER_READ);
            for (RecordedEvent each : page.events()) {
                state = type.evolve().evolve(state, each.event(), each.at(), each.position());
            }
            pace.read(page.events().size() + 1);
            from = page.through() + 1;
        }
        return state;
    }
}
