package io.attestore.server.http.share;

import io.attestore.server.http.source.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much each source holds of something that there is only so much of. Who holds more than its share can have more,
 * but not of the last share: that is left for those who hold less. So one source alone can have most of it, and another
 * that comes finds its place at once. A trusted proxy speaks for many and is bound by no share. For its owner's lock.
 */
public final class Shares {

    private static final int PERCENT = 100;

    private final long max;
    private final long share;
    private final Map<Source, Held> held = new HashMap<>();
    private long total;

    private static final class Held {
        private long amount;
    }

    public Shares(long max, int sharePercent) {
        this.max = max;
        this.share = max * sharePercent / PERCENT;
    }

    /** Takes it if it may. */
    public boolean tryTake(Source source, long amount) {
        if (!hasRoomFor(source, amount)) {
            return false;
        }
        if (amount > 0) {
            held.computeIfAbsent(source, _ -> new Held()).amount += amount;
            total += amount;
        }
        return true;
    }

    public boolean hasRoomFor(Source source, long amount) {
        long after = total + amount;
        return after <= max && (after <= max - share || source.isProxy() || heldBy(source) + amount <= share);
    }

    public void giveBack(Source source, long amount) {
        Held of = held.get(source);
        if (of == null || of.amount < amount) {
            throw new IllegalStateException("More is given back than was taken");
        }
        of.amount -= amount;
        total -= amount;
        if (of.amount == 0) {
            held.remove(source);
        }
    }

    /**
     * At whose cost a source that finds no room is given some: its own if it holds more than its share, otherwise of the
     * one that holds most. A proxy's only if nobody else holds anything.
     */
    public Optional<Source> whoGivesWayTo(Source newcomer) {
        if (!newcomer.isProxy() && heldBy(newcomer) > 0 && heldBy(newcomer) >= share) {
            return Optional.of(newcomer);
        }
        return held.entrySet().stream()
                .max(Comparator.<Map.Entry<Source, Held>, Boolean>comparing(
                                entry -> !entry.getKey().isProxy())
                        .thenComparing(entry -> entry.getValue().amount))
                .map(Map.Entry::getKey);
    }

    public boolean isFull() {
        return total >= max;
    }

    private long heldBy(Source source) {
        Held of = held.get(source);
        return of == null ? 0 : of.amount;
    }
}
