package io.attestore.events.log;

import io.attestore.events.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the log by position. What it returns is durable: nothing that is not committed is ever seen. Positions are
 * gapless, so a reader that has seen everything up to p continues at p + 1 and misses nothing.
 *
 * <p>Safe for many threads. Failures of the store surface as {@link LogUnavailableException}.
 */
public interface LogReader {

    /** The position of the newest event that this node knows to be committed; -1 for an empty log. */
    long head();

    /** The events from the given position on, in order, as many as there are but at most {@code limit}. */
    List<RecordedEvent> read(long from, int limit);

    /**
     * Some of the events from the given position on.
     *
     * @param wanted those of them that were asked for, in order
     * @param through the last position that was looked at; the one before {@code from} if there was nothing
     * @param count how many events were looked at
     */
    record Selection(List<RecordedEvent> wanted, long through, int count) {

        public Selection {
            wanted = List.copyOf(wanted);
        }
    }

    /** As {@link #read(long, int)}, for a reader that follows the log and wants few of its events. */
    default Selection select(long from, int limit, Predicate<Event> wanted) {
        List<RecordedEvent> page = read(from, limit);
        return new Selection(
                page.stream().filter(each -> wanted.test(each.event())).toList(),
                page.isEmpty() ? from - 1 : page.getLast().position(),
                page.size());
    }

    /** The events at these positions, in order of position; positions beyond the head are left out. */
    List<RecordedEvent> at(Collection<Long> positions);

    /** Waits until the head is beyond the given position or the time is over; answers whether it is beyond. */
    boolean awaitBeyond(long position, Duration timeout) throws InterruptedException;
}
