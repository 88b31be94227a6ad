package io.attestore.entities.hot;

import io.attestore.contract.state.EntityType;
import io.attestore.entities.HistoryLog;
import io.attestore.events.log.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** States stored in memory, over a log in memory. */
public final class MemorySnapshots implements Snapshots {

    private final HistoryLog log;
    private final int sinceMax;
    private final Map<StateKey, Kept> kept = new HashMap<>();

    /** How often any were looked up. */
    int finds;

    private record Kept(Object state, int foldVersion, long position) {}

    /** @param sinceMax how many events are told of at most that happened since */
    public MemorySnapshots(HistoryLog log, int sinceMax) {
        this.log = log;
        this.sinceMax = sinceMax;
    }

    @Override
    public synchronized <I, S> Map<I, Found<S>> find(EntityType<I, S> type, Collection<I> ids) {
        finds++;
        long head = log.head();
        Map<I, Found<S>> found = new HashMap<>();
        for (I id : ids) {
            Kept one = kept.get(new StateKey(type.name(), id));
            if (one != null
                    && one.position <= head
                    && one.foldVersion == type.foldVersion().orElseThrow()) {
                found.put(id, found(type, id, one, head));
            }
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private <I, S> Found<S> found(EntityType<I, S> type, I id, Kept one, long head) {
        List<RecordedEvent> since = log.read(type.tag().apply(id), one.position + 1, head, Integer.MAX_VALUE)
                .events();
        if (since.size() > sinceMax) {
            long through =
                    sinceMax == 0 ? one.position : since.get(sinceMax - 1).position();
            return new Found<>((S) one.state, since.subList(0, sinceMax), through);
        }
        return new Found<>((S) one.state, since, head);
    }

    @Override
    public synchronized <I, S> boolean offer(EntityType<I, S> type, I id, S state, long position) {
        kept.merge(
                new StateKey(type.name(), id),
                new Kept(state, type.foldVersion().orElseThrow(), position),
                (present, given) -> given.position > present.position ? given : present);
        return true;
    }
}
