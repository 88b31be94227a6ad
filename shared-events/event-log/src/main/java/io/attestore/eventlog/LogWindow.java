package io.attestore.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of the log in memory: consecutive positions from {@link #start()} to {@link #head()}, bounded by
 * count and bytes. Each event is linked to the one before it with the same tag, so that a history is a walk along its
 * own events; {@link TagPositions} remember for longer which tags have nothing new.
 *
 * <p>One thread at a time adds (see {@link LogFollower}); any number read, without locks. A reader that was overtaken
 * by eviction gets nothing, never a part.
 */
final class LogWindow {

    private final int capacity;
    private final long bytesMax;
    private final AtomicReferenceArray<Slot> ring;
    private final TagPositions tagPositions;
    private volatile long start;
    private volatile long head;
    private long next;
    private long bytes;

    /** An event and, per tag, the position of the event before it with that tag. */
    private record Slot(CommittedEvent event, Map<Tag, Long> previous) {}

    /**
     * @param tagsMax how many tags' last positions are kept
     * @param start the position of the first event that will be added
     */
    LogWindow(int eventsMax, long bytesMax, int tagsMax, long start) {
        this.capacity = eventsMax;
        this.bytesMax = bytesMax;
        this.ring = new AtomicReferenceArray<>(eventsMax);
        this.tagPositions = new TagPositions(tagsMax, start);
        this.start = start;
        this.head = start - 1;
        this.next = start;
    }

    /** The position of the newest event, -1 if there is none. */
    long head() {
        return head;
    }

    /** The first position that is still here. */
    long start() {
        return start;
    }

    /** Adds events, which become visible together. */
    void add(List<CommittedEvent> events) {
        for (CommittedEvent event : events) {
            if (event.position() != next) {
                throw new IllegalStateException("Position " + event.position() + " does not follow " + (next - 1));
            }
            while (next - start >= capacity || (bytes + event.bytes() > bytesMax && start < next)) {
                evict();
            }
            ring.set(index(next), new Slot(event, link(event)));
            for (Tag tag : event.tags()) {
                tagPositions.used(tag, next);
            }
            bytes += event.bytes();
            next++;
        }
        head = next - 1;
    }

    /** The event at this position, if it is here. */
    Optional<CommittedEvent> at(long position) {
        return Optional.ofNullable(slot(position)).map(Slot::event);
    }

    /** The events of a range, both ends included and not beyond the head; nothing if a part of it is gone. */
    Optional<List<CommittedEvent>> range(long from, long to) {
        List<CommittedEvent> events = new ArrayList<>((int) Math.max(0, to - from + 1));
        for (long position = from; position <= to; position++) {
            Slot slot = slot(position);
            if (slot == null) {
                return Optional.empty();
            }
            events.add(slot.event());
        }
        return Optional.of(events);
    }

    /**
     * The matching events of a range, in order; nothing if that cannot be told from memory. A range that begins before
     * {@link #start()} can: if nothing there has the tags that are asked for.
     */
    Optional<List<CommittedEvent>> matching(FlatCriteria criteria, long from, long to) {
        if (from > to) {
            return Optional.of(List.of());
        }
        if (isUnusedSince(criteria, from)) {
            return Optional.of(List.of());
        }
        if (criteria.needsScan()) {
            return range(from, to)
                    .map(events -> events.stream().filter(criteria::matches).toList());
        }
        List<CommittedEvent> events = walk(criteria.alternatives(), from, to);
        return start <= from && tagPositions.floor() <= from ? Optional.of(events) : Optional.empty();
    }

    /** Whether all events with the tag from a position on are here, or it is known that there are none. */
    boolean tells(Tag tag, long from) {
        return tagPositions.isUnusedSince(tag, from) || (start <= from && tagPositions.floor() <= from);
    }

    /** Whether no more than so many events with the tag stand from a position on; false, too, if memory cannot tell. */
    boolean knowsAtMost(long eventsMax, Tag tag, long from) {
        if (tagPositions.isUnusedSince(tag, from)) {
            return true;
        }
        long found = 0;
        Slot slot = slot(tagPositions.last(tag));
        while (slot != null && slot.event().position() >= from) {
            if (++found > eventsMax) {
                return false;
            }
            slot = slot(slot.previous().getOrDefault(tag, TagPositions.NONE));
        }
        return start <= from && tagPositions.floor() <= from;
    }

    /** The tags' positions may be newer than the head, never older. */
    private boolean isUnusedSince(FlatCriteria criteria, long from) {
        if (criteria.needsScan()) {
            return false;
        }
        for (EventCriterion alternative : criteria.alternatives()) {
            if (!isUnusedSince(alternative, from)) {
                return false;
            }
        }
        return true;
    }

    private boolean isUnusedSince(EventCriterion alternative, long from) {
        for (Tag tag : alternative.tags()) {
            if (tagPositions.isUnusedSince(tag, from)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Follows, for each alternative, the events of its tag that was used last the longest ago. Complete for a range
     * that begins below neither the window's start nor the floor of the tags, both looked at afterwards.
     */
    private List<CommittedEvent> walk(Set<EventCriterion> alternatives, long from, long to) {
        NavigableMap<Long, CommittedEvent> found = new TreeMap<>();
        for (EventCriterion alternative : alternatives) {
            Tag tag = leastRecent(alternative.tags());
            for (Slot slot = slot(tagPositions.last(tag));
                    slot != null && slot.event().position() >= from; ) {
                if (slot.event().position() <= to && slot.event().matches(alternative)) {
                    found.put(slot.event().position(), slot.event());
                }
                slot = slot(slot.previous().getOrDefault(tag, TagPositions.NONE));
            }
        }
        return found.isEmpty() ? List.of() : List.copyOf(found.values());
    }

    private Tag leastRecent(Set<Tag> tags) {
        Iterator<Tag> all = tags.iterator();
        Tag least = all.next();
        while (all.hasNext()) {
            Tag tag = all.next();
            least = tagPositions.last(tag) < tagPositions.last(least) ? tag : least;
        }
        return least;
    }

    private Map<Tag, Long> link(CommittedEvent event) {
        if (event.tags().isEmpty()) {
            return Map.of();
        }
        Map<Tag, Long> previous = HashMap.newHashMap(event.tags().size());
        for (Tag tag : event.tags()) {
            previous.put(tag, tagPositions.last(tag));
        }
        return previous;
    }

    /** The start moves first: a reader that still found the tag gone sees then that it came too late. */
    private void evict() {
        long oldest = start;
        start = oldest + 1;
        Slot slot = ring.getAndSet(index(oldest), null);
        if (slot != null) {
            bytes -= slot.event().bytes();
        }
    }

    private @Nullable Slot slot(long position) {
        if (position < 0) {
            return null;
        }
        Slot slot = ring.get(index(position));
        return slot != null && slot.event().position() == position ? slot : null;
    }

    private int index(long position) {
        return (int) (position % capacity);
    }
}
