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
 * logged, shown by {@link #status()} and tried again; nothing is lost by it, since searches scan what is not indexed.
 *
 * <p>Safe for many threads. The schema must be there: {@link TrailSchema#migrate}.
 */
public final class TrailProjector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrailProjector.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final LogReader log;
    private final TrailSettings settings;
    private final TrailProjection projection;
    private final Thread thread;
    private final Object oneAtATime = new Object();
    private volatile Optional<String> failure = Optional.empty();

    public TrailProjector(DataSource dataSource, LogReader log, TrailSettings settings) {
        this.log = log;
        this.settings = settings;
        this.projection = new TrailProjection(dataSource, log, settings);
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
            if (!(step instanceof Step.Moved)) {
                return step.position();
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
        return new TrailStatus(log.head(), projection.position(), projection.unmappedCalls(), failure);
    }

    /** Stops following; a batch that is being written is rolled back or ends. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_TIMEOUT);
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
                case Step.Moved moved -> gather(moved.position());
                case Step.Level level -> gather(level.position());
                case Step.Taken _ -> Thread.sleep(settings.retryPause());
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

    private Step step() {
        synchronized (oneAtATime) {
            return projection.step();
        }
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
