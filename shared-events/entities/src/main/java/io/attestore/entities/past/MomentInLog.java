package io.attestore.entities.past;

import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds where the log was at a moment: the position of the last event whose time is at or before it. An event's time is
 * when its call arrived, so that calls that were under way together, and nodes whose clocks differ, may stand in the log
 * a little out of the order of time; as long as they do so by less than {@link #DISORDER_MAX}, the answer is exact. It
 * is final once that much time has passed since the moment.
 */
final class MomentInLog {

    /** How much later in the log an earlier event may stand: a call's time limit, and what clocks may differ by. */
    static final Duration DISORDER_MAX = Duration.ofSeconds(15);

    private static final int PAGE_EVENTS = 2_000;

    /** Beyond these nothing happens, and a clock's arithmetic would leave its range. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private MomentInLog() {}

    /** The position; -1 if the moment lies before the first event. Reads a few events, and those of half a minute. */
    static long position(LogReader log, Instant asked) {
        Instant moment = asked.isBefore(EARLIEST) ? EARLIEST : asked.isAfter(LATEST) ? LATEST : asked;
        long head = log.head();
        long surelyBeyond = firstLaterThan(log, head, moment.plus(DISORDER_MAX));
        long inDoubt = firstLaterThan(log, head, moment.minus(DISORDER_MAX));
        long last = inDoubt - 1;
        long next = inDoubt;
        while (next < surelyBeyond) {
            List<RecordedEvent> page = log.read(next, (int) Math.min(PAGE_EVENTS, surelyBeyond - next));
            if (page.isEmpty()) {
                break;
            }
            for (RecordedEvent event : page) {
                if (!event.at().isAfter(moment)) {
                    last = event.position();
                }
            }
            next = page.getLast().position() + 1;
        }
        return last;
    }

    /** By bisection: a position before which events are not later than the instant, give or take the disorder. */
    private static long firstLaterThan(LogReader log, long head, Instant instant) {
        long low = 0;
        long high = head + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            boolean later = log.at(List.of(middle)).getFirst().at().isAfter(instant);
            if (later) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
