package io.attestore.audit.trail;

import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether runs are all that was ever indexed: genuine, one behind the other from the beginning of the log to the
 * projection's position, and made of this log. What was found good is remembered, so that it costs next to nothing to ask
 * again. Safe for many threads.
 */
final class RunCheck {

    private final TrailSeal seal;
    private final LogReader log;

    /** Genuine and of this log. */
    private volatile Set<SealedRun> good = Set.of();

    RunCheck(TrailSeal seal, LogReader log) {
        this.seal = seal;
        this.log = log;
    }

    /** @throws DamagedIndexException if one is missing, or not as it was written */
    void requireWhole(long position, List<SealedRun> newestFirst) {
        long end = position;
        for (SealedRun run : newestFirst) {
            if (!good.contains(run) && !seal.isGenuine(run)) {
                throw new DamagedIndexException("run " + run.id() + " is not as it was written");
            }
            if (run.span().lastPosition() != end) {
                throw new DamagedIndexException("no run ends at position " + end + ", but one does at "
                        + run.span().lastPosition());
            }
            end = run.span().firstPosition() - 1;
        }
        if (end != -1) {
            throw new DamagedIndexException("no run covers the positions up to " + end);
        }
    }

    /**
     * For runs that are whole, and end where the log of this node has come to.
     *
     * @throws DamagedIndexException if one was made of another log
     */
    void requireOfThisLog(List<SealedRun> runs) {
        List<SealedRun> unknown =
                runs.stream().filter(run -> !good.contains(run)).toList();
        if (unknown.isEmpty()) {
            return;
        }
        TreeSet<Long> ends = new TreeSet<>();
        unknown.forEach(run -> ends.add(run.span().lastPosition()));
        Map<Long, String> ids =
                log.at(ends).stream().collect(Collectors.toMap(RecordedEvent::position, RecordedEvent::eventId));
        for (SealedRun run : unknown) {
            if (!run.lastEventId().equals(ids.get(run.span().lastPosition()))) {
                throw new DamagedIndexException("run " + run.id() + " was made of another log");
            }
        }
        good = Set.copyOf(runs);
    }
}
