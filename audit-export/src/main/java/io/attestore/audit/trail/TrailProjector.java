package io.attestore.audit.trail;

import io.attestore.audit.trail.TrailProjection.Step;
import io.attestore.events.log.LogReader;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of the trail up with the log, in a thread of its own. Several may run, on several nodes. A failure is
 * logged, shown by {@link #status()} and tried again; nothing is lost by it, since searches scan what is not indexed. An
 * index that is found damaged, here or by a search, is built anew.
 *
 * <p>Safe for many threads. The schema must be there: {@link TrailSchema#migrate}.
 */
public final class TrailProjector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrailProjector.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    /** How many times as long as a search the projector waits for a log that the index is ahead of. */
    private static final int AHEAD_TIMEOUTS = 5;

    private final LogReader log;
    private final TrailSettings settings;
    private final TrailProjection projection;
    private final TrailDamage damage;
    private final Thread thread;
    private final Object oneAtATime = new Object();
    private volatile Optional<String> failure = Optional.empty();

    /** Since when the index has been ahead of the log, by {@link System#nanoTime}; empty if it is not. */
    private Optional<Long> aheadSince = Optional.empty();

    /** @param damage what this node's searches and its projector tell each other */
    public TrailProjector(
            DataSource dataSource, LogReader log, TrailSettings settings, TrailSeal seal, TrailDamage damage) {
        this.log = log;
        this.settings = settings;
        this.projection = new TrailProjection(dataSource, log, settings, seal);
        this.damage = damage;
        this.thread = Thread.ofPlatform().daemon().name("trail-projector").unstarted(this::run);
    }

    /** Begins to follow the log; once only. */
    public void start() {
        thread.start();
    }

    /** Indexes, in the caller's thread, what the log holds now, unless another node is at it. Answers how far it got. */
    public long catchUp() {
        while (true) {
            Step step = step();
            if (!(step instanceof Step.Moved || step instanceof Step.Damaged)) {
                return step.state().position();
            }
        }
    }

    /** Empties the index and lets it be built anew from the log. Searches fail meanwhile if the log is long. */
    public void rebuild() {
        synchronized (oneAtATime) {
            projection.rebuild();
        }
    }

    /** Asks the database. */
    public TrailStatus status() {
        return new TrailStatus(
                log.head(), projection.state().position(), projection.unmappedCalls(), damage.reason(), failure);
    }

    /** Stops following; a batch that is being written is rolled back or ends. */
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_TIMEOUT)) {
                LOG.warn("The trail's projector did not stop within {}", CLOSE_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                stepAndRest();
            }
        } catch (InterruptedException e) {
            LOG.debug("The trail's projector was told to stop");
        }
    }

    private void stepAndRest() throws InterruptedException {
        try {
            switch (step()) {
                case Step.Moved moved -> gather(moved.state().position());
                case Step.Level level -> gather(level.state().position());
                case Step.Taken _, Step.Damaged _ -> Thread.sleep(settings.retryPause());
                case Step.Ahead ahead ->
                    throw new IllegalStateException("The trail's position "
                            + ahead.state().position() + " is beyond the head of the log, " + log.head());
            }
            failure = Optional.empty();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.error("The trail could not be projected; trying again", e);
            failure = Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
            Thread.sleep(settings.retryPause());
        }
    }

    /** A damaged index, whoever found it, is emptied; the next step begins anew. */
    private Step step() {
        synchronized (oneAtATime) {
            damage.found().ifPresent(found -> projection.rebuild(found.state()));
            Step step = orDamaged(projection.step());
            if (step instanceof Step.Damaged damaged) {
                damage.report(damaged.reason(), damaged.state(), log.head());
                projection.rebuild(damaged.state());
            } else {
                damage.reached(step.state());
            }
            return step;
        }
    }

    /** An index that stays ahead of the log was made of a log that is no more, or its position was moved. */
    private Step orDamaged(Step step) {
        if (!(step instanceof Step.Ahead ahead)) {
            aheadSince = Optional.empty();
            return step;
        }
        long now = System.nanoTime();
        long since = aheadSince.orElse(now);
        aheadSince = Optional.of(since);
        Duration patience = settings.catchUpTimeout().multipliedBy(AHEAD_TIMEOUTS);
        return now - since < patience.toNanos()
                ? step
                : new Step.Damaged(ahead.state(), "it goes beyond the log, which ends at " + log.head());
    }

    /** Goes on at once if there is a batch to write; otherwise lets events gather, so that a batch is worth a write. */
    private void gather(long position) throws InterruptedException {
        if (log.head() - position >= settings.batchEvents()) {
            return;
        }
        if (log.awaitBeyond(position, settings.idle())) {
            Thread.sleep(settings.linger());
        }
    }
}
