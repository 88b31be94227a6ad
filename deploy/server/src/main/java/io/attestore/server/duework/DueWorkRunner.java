package io.attestore.server.duework;

import io.attestore.contract.duework.DueWork;
import io.attestore.contract.duework.Performance;
import io.attestore.contract.duework.Work;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.log.LogReader;
import io.attestore.server.background.BackgroundLoop;
import io.attestore.server.call.DurableCommands;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
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
 * hold up the rest. A node that knows less of the log than the rows do, or cannot write it, leaves them to others: that
 * there is nothing to do is not checked by any append. Safe for many threads.
 *
 * <p>The rows are derived from the log, and whoever can write to the database can change them. So at each start and once
 * a day they are held against the states of the log ({@link ExpectedWork}): what they lack, or have for later, comes back.
 */
public final class DueWorkRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorkRunner.class);
    private static final int PAGE_EVENTS = 2_000;
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration CATCH_UP = Duration.ofSeconds(1);

    private final DueWorkCatalogue catalogue;
    private final LogReader log;
    private final BooleanSupplier writable;
    private final DurableCommands commands;
    private final Clock clock;
    private final DueWorkRows rows;
    private final TransactionTemplate transaction;
    private final DueWorkRepair repair;
    private final BackgroundLoop loop;

    /**
     * @param writable whether this node can write the log, and the log is the one that it knew
     * @param expected what the rows are held against
     */
    public DueWorkRunner(
            DueWorkCatalogue catalogue,
            DataSource dataSource,
            LogReader log,
            BooleanSupplier writable,
            DurableCommands commands,
            ExpectedWork expected,
            Clock clock) {
        this.catalogue = catalogue;
        this.log = log;
        this.writable = writable;
        this.commands = commands;
        this.clock = clock;
        this.rows = new DueWorkRows(catalogue, new JdbcTemplate(dataSource));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.repair = new DueWorkRepair(rows, transaction, log, expected, clock);
        this.loop = new BackgroundLoop("due-work", IDLE, this::step);
    }

    /** Begins; once only. */
    public void start() {
        loop.start();
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
        loop.close();
    }

    private Duration step() throws InterruptedException {
        boolean followed = follow();
        boolean worked = workOnce();
        if (followed || worked) {
            return Duration.ZERO;
        }
        repair();
        return IDLE;
    }

    /** Once a day, and at the start, when there is nothing else to do. */
    boolean repair() throws InterruptedException {
        return writable.getAsBoolean() && repair.whenDue();
    }

    /** Takes in a page of the log; answers whether there may be more. */
    boolean follow() {
        return writable.getAsBoolean()
                && transaction.execute(
                        _ -> rows.takePosition().map(this::followFrom).orElse(false));
    }

    private boolean followFrom(long position) {
        LogReader.Selection page = log.select(position + 1, PAGE_EVENTS, catalogue::isChangedBy);
        if (page.count() == 0) {
            return false;
        }
        page.wanted().forEach(recorded -> catalogue.changes(recorded.event()).forEach(rows::apply));
        rows.movePosition(page.through());
        return page.count() == PAGE_EVENTS;
    }

    /** Does one thing whose time has come; answers whether there was one that this node could judge. */
    boolean workOnce() {
        if (!writable.getAsBoolean()) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            return transaction.execute(
                    _ -> rows.takeDue(now).map(due -> perform(due, now)).orElse(false));
        } catch (FailedWorkException failed) {
            DueWork due = failed.due;
            LOG.error("{} could not be done; trying again in {}", due.work().kind(), AFTER_FAILURE, failed);
            transaction.executeWithoutResult(_ -> rows.postponeUnlessChanged(due, now.plus(AFTER_FAILURE)));
            return true;
        }
    }

    /** Whatever fails, even in the database, ends the transaction: only a new one can postpone the row. */
    private boolean perform(DueWork due, Instant now) {
        try {
            if (!knowsWhatTheRowsKnow()) {
                return false;
            }
            Performance done = commands.run(
                    DueWorkHandler.COMMAND, new PerformDueWork(due, context(due.work(), now)), Performance.class);
            if (!writable.getAsBoolean()) {
                return false;
            }
            done.next().ifPresentOrElse(next -> rows.postpone(due.work(), next), () -> rows.remove(due.work()));
            return true;
        } catch (RuntimeException e) {
            throw new FailedWorkException(due, e);
        }
    }

    /** To be asked with the row locked: the event that made it what it is, is then within the position. */
    private boolean knowsWhatTheRowsKnow() {
        try {
            return log.awaitBeyond(rows.position() - 1, CATCH_UP);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CallContext context(Work work, Instant now) {
        String service = catalogue.rulesOf(work).principal();
        return new CallContext(
                UUID.randomUUID().toString(),
                now,
                work.where(),
                Principal.service(
                        service, work.where().account(), work.where().region().partition()),
                service,
                work.kind().eventName(),
                false,
                service,
                service,
                service,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Carries failed work out of its transaction, which it rolls back. */
    private static final class FailedWorkException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient DueWork due;

        FailedWorkException(DueWork due, RuntimeException cause) {
            super("Failed", cause, false, false);
            this.due = due;
        }
    }
}
