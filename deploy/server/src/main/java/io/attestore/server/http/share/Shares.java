package io.attestore.server.http.share;

import io.attestore.server.http.source.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each source holds of something that there is only so much of. Who holds more than its share can have more,
 * but not of the last share: that is left for those who hold less. So one source alone can have most of it, and another
 * that comes finds its place at once. A trusted proxy speaks for many and is bound by no share. For its owner's lock.
 */
public final class Shares {

    private static final int PERCENT = 100;

    /** Who has so much is among {@link #largest}: a part of all, so that they cannot be many. */
    private static final int LARGE_MAX = 256;

    private final long max;
    private final long share;
    private final long large;
    private final Map<Source, Held> held = new HashMap<>();
    private final Map<Source, Held> largest = new HashMap<>();
    private long total;

    private static final class Held {
        private long amount;
        private boolean isLarge;
    }

    public Shares(long max, int sharePercent) {
        this.max = max;
        this.share = max * sharePercent / PERCENT;
        this.large = Math.max(2, max / LARGE_MAX);
    }

    /** Takes it if it may. */
    public boolean tryTake(Source source, long amount) {
        if (!hasRoomFor(source, amount)) {
            return false;
        }
        if (amount > 0) {
            Held of = held.computeIfAbsent(source, _ -> new Held());
            of.amount += amount;
            total += amount;
            if (of.amount >= large && !of.isLarge) {
                of.isLarge = true;
                largest.put(source, of);
            }
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
        if (of.isLarge && of.amount < large) {
            of.isLarge = false;
            largest.remove(source);
        }
        if (of.amount == 0) {
            held.remove(source);
        }
    }

    /** Whether it holds its share, or more: what it gets beyond is at its own cost. */
    public boolean holdsItsShare(Source source) {
        long amount = heldBy(source);
        return !source.isProxy() && amount > 0 && amount >= share;
    }

    /** Those who hold much, who holds most first: a few, found without a look at the others. No proxies. */
    public List<Source> largest() {
        return largest.entrySet().stream()
                .filter(each -> !each.getKey().isProxy())
                .sorted(Comparator.comparingLong(each -> -each.getValue().amount))
                .map(Map.Entry::getKey)
                .toList();
    }

    public boolean isFull() {
        return total >= max;
    }

    private long heldBy(Source source) {
        Held of = held.get(source);
        return of == null ? 0 : of.amount;
    }
}
