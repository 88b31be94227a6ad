package io.attestore.eventlog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Where each tag was used last, also long after the event itself has left memory: "nothing new with this tag" is one
 * look, however much has happened to others since. Bounded by count: when there are too many, those that were used last
 * the longest ago are forgotten, and {@link #floor()} says from where on nothing is.
 *
 * <p>One thread at a time adds; any number read, without locks.
 */
final class TagPositions {

    /** The answer for a tag that is not here: its last use, if any, is below the floor. */
    static final long NONE = -1;

    private final int tagsMax;
    private final Map<Tag, Long> last = new ConcurrentHashMap<>();
    private volatile long floor;

    /** @param floor the first position whose tags will be added */
    TagPositions(int tagsMax, long floor) {
        this.tagsMax = tagsMax;
        this.floor = floor;
    }

    /** The last position of the tag, or {@link #NONE}. Ask before {@link #floor()}. */
    long last(Tag tag) {
        Long position = last.get(tag);
        return position == null ? NONE : position;
    }

    /** Every use of a tag at this position or beyond is known. */
    long floor() {
        return floor;
    }

    /** Whether the tag was certainly not used at this position or beyond. */
    boolean isUnusedSince(Tag tag, long position) {
        long used = last(tag);
        return used < position && (used != NONE || position >= floor);
    }

    void used(Tag tag, long position) {
        last.put(tag, position);
        if (last.size() > tagsMax) {
            forgetOlderHalf();
        }
    }

    /** The floor moves first: a reader that finds a tag gone sees then that this says nothing. */
    private void forgetOlderHalf() {
        long[] positions =
                last.values().stream().mapToLong(Long::longValue).sorted().toArray();
        long median = positions[positions.length / 2];
        floor = median + 1;
        last.values().removeIf(position -> position <= median);
    }
}
