package io.attestore.server.duework;

import io.attestore.command.parameters.duework.DueWork;
import io.attestore.command.parameters.duework.ParameterDueWork;
import io.attestore.command.parameters.duework.Performance;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.RecordedEvent;
import io.attestore.server.call.DurableCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the log for what is to be done when, and does it when its time has come, in a thread of its own. Several nodes
 * may run it: rows are locked while they are worked on, and the command decides on fresh state, so that what is done
 * twice, after a crash between the record and the row, is recorded once. What fails is tried again later and does not
 * hold up the rest. Safe for many threads.
 */
public final class DueWorkRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final int PAGE_EVENTS = 2_000;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final String SERVICE = "ssm.amazonaws.com";

    private final LogReader log;
    private final DurableCommands commands;
    private final Clock clock;
    private final DueWorkRows rows;
    private final TransactionTemplate transaction;
    private final Thread thread;

    public DueWorkRunner(DataSource dataSource, LogReader log, DurableCommands commands, Clock clock) {
        this.log = log;
        this.commands = commands;
        this.clock = clock;
        this.rows = new DueWorkRows(new JdbcTemplate(dataSource));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.thread = Thread.ofPlatform().daemon().name("due-work").unstarted(this::run);
    }

    /** Begins; once only. */
    public void start() {
        thread.start();
    }

    /** Forgets what is to be done and derives it anew from the log, from its beginning. */
    public void rebuild() {
        transaction.executeWithoutResult(_ -> rows.restart());
    }

    /** Up to where the log has been followed. */
    public long position() {
        return rows.position();
    }

    /** How much there is to be done, now or later. */
    public long count() {
        return rows.count();
    }

    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_TIMEOUT)) {
                LOG.warn("Due work did not stop within {}", CLOSE_TIMEOUT);
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
            LOG.debug("Due work was told to stop");
        }
    }

    private void stepAndRest() throws InterruptedException {
        try {
            boolean followed = follow();
            boolean worked = workOnce();
            if (!followed && !worked) {
                Thread.sleep(IDLE);
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.error("Due work could not be done; trying again", e);
            Thread.sleep(IDLE);
        }
    }

    /** Takes in a page of the log; answers whether there may be more. */
    boolean follow() {
        return transaction.execute(
                _ -> rows.takePosition().map(this::followFrom).orElse(false));
    }

    private boolean followFrom(long position) {
        List<RecordedEvent> page = log.read(position + 1, PAGE_EVENTS);
        if (page.isEmpty()) {
            return false;
        }
        page.forEach(recorded -> ParameterDueWork.changes(recorded.event()).forEach(rows::apply));
        rows.movePosition(page.getLast().position());
        return page.size() == PAGE_EVENTS;
    }

    /** Does one thing whose time has come; answers whether there was one. */
    boolean workOnce() {
        return transaction.execute(_ -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Optional<DueWork> due = rows.takeDue(now);
            due.ifPresent(work -> perform(work, now));
            return due.isPresent();
        });
    }

    private void perform(DueWork work, Instant now) {
        try {
            Performance done = commands.run(
                    DueWorkHandler.COMMAND, new PerformDueWork(work, context(work, now)), Performance.class);
            done.next().ifPresentOrElse(next -> rows.postpone(work, next), () -> rows.remove(work));
        } catch (RuntimeException e) {
            LOG.error("{} of a parameter could not be done; trying again in {}", work.kind(), AFTER_FAILURE, e);
            rows.postpone(work, now.plus(AFTER_FAILURE));
        }
    }

    private static CallContext context(DueWork work, Instant now) {
        return new CallContext(
                UUID.randomUUID().toString(),
                now,
                work.where(),
                Principal.service(
                        SERVICE, work.where().account(), work.where().region().partition()),
                SERVICE,
                work.kind().eventName(),
                false,
                SERVICE,
                SERVICE,
                SERVICE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
