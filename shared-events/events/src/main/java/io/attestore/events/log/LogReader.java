package io.attestore.events.log;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

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

    /** The events at these positions, in order of position; positions beyond the head are left out. */
    List<RecordedEvent> at(Collection<Long> positions);

    /** Waits until the head is beyond the given position or the time is over; answers whether it is beyond. */
    boolean awaitBeyond(long position, Duration timeout) throws InterruptedException;
}
