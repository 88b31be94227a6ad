package io.attestore.server.shredding;

import io.attestore.eventlog.table.KeyGroupRolls;
import io.attestore.eventlog.table.KeyGroupRolls.Backlog;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.server.background.BackgroundLoop;
import io.attestore.server.store.OtherKeysDirectoryException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes destructions in time, in a thread of its own: groups with destroyed keys are rolled when half of the time is
 * over in which a destruction has to be complete, so that what is destroyed meanwhile goes with them, and there is time
 * for standbys and for what fails. Several nodes may run it. Safe for many threads.
 */
public final class Shredder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shredder.class);
    private static final Duration LOOK_MIN = Duration.ofMillis(200);
    private static final Duration LOOK_MAX = Duration.ofSeconds(15);
    private static final int LOOKS_WITHIN = 20;

    private final DataSource dataSource;
    private final KeyGroupRoller roller;
    private final BooleanSupplier writable;
    private final Duration within;
    private final ReentrantLock lock = new ReentrantLock();
    private final BackgroundLoop loop;
    private long dueBeforeNanos;
    private boolean toldToHurry;
    private volatile List<String> waitsFor = List.of();
    private volatile Optional<String> otherDirectory = Optional.empty();
    private volatile boolean failing;

    /** @param writable whether this node can write the log, and the log is the one that it knew */
    public Shredder(DataSource dataSource, KeyGroupRoller roller, BooleanSupplier writable, Duration within) {
        this.dataSource = dataSource;
        this.roller = roller;
        this.writable = writable;
        this.within = within;
        this.loop = new BackgroundLoop("shredder", LOOK_MAX, this::step);
    }

    /** Begins; once only. */
    public void start() {
        loop.start();
    }

    /** Lets all that is due by now be rolled at once; returns before it is. */
    public void hurry() {
        roller.tryAllAgain();
        lock.lock();
        try {
            toldToHurry = true;
            dueBeforeNanos = System.nanoTime();
        } finally {
            lock.unlock();
        }
        loop.wake();
    }

    /** Why this node's directory of keys is not the one that the database means; empty if it is. Costs nothing. */
    public Optional<String> otherDirectory() {
        return otherDirectory;
    }

    /** @throws LogUnavailableException if the database does not answer */
    public ShreddingStatus status() {
        try (Connection connection = dataSource.getConnection()) {
            Backlog backlog = KeyGroupRolls.backlog(connection);
            return new ShreddingStatus(
                    backlog.groups(),
                    backlog.oldest().toSeconds(),
                    within.toSeconds(),
                    backlog.waiting() == 0 ? List.of() : waitsFor,
                    roller.failing(connection),
                    otherDirectory);
        } catch (SQLException e) {
            throw new LogUnavailableException("The table of key groups could not be read", e);
        }
    }

    /** Rolls everything that is due now, on the caller's thread: for tests that break off at a step. */
    void rollAll(RollWatch watch) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean more = true;
            while (more) {
                more = switch (roller.pass(connection, Duration.ZERO, watch)) {
                    case KeyGroupRoller.Outcome.NotAlone _ -> true;
                    case KeyGroupRoller.Outcome.Completed(int groups, int failed) -> groups + failed > 0;
                    case KeyGroupRoller.Outcome.Waiting _ -> false;
                };
            }
        }
    }

    @Override
    public void close() {
        loop.close();
    }

    private Duration step() {
        workOrSay();
        return rest();
    }

    private void workOrSay() {
        try {
            work();
            otherDirectory = Optional.empty();
            if (failing) {
                failing = false;
                LOG.info("Destroyed keys are shredded again");
            }
        } catch (OtherKeysDirectoryException e) {
            if (otherDirectory.isEmpty()) {
                LOG.error("Nothing is rolled here, and what others roll cannot be opened here: {}", e.getMessage());
            }
            otherDirectory = Optional.ofNullable(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            if (!failing && !loop.isClosing()) {
                failing = true;
                LOG.error("What is left of destroyed keys could not be shredded; trying again", e);
            }
        }
    }

    private void work() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            roller.requireDirectory(connection);
            boolean more = true;
            while (more && writable.getAsBoolean()) {
                long asked = askedNanos();
                Duration least = least();
                Backlog backlog = KeyGroupRolls.backlog(connection);
                boolean due = backlog.waiting() > 0
                        || (backlog.groups() > 0 && backlog.oldest().compareTo(least) >= 0);
                if (!due) {
                    hurried(asked);
                }
                more = due && pass(connection, least);
            }
        }
    }

    /** Answers whether there may be more to do. */
    private boolean pass(Connection connection, Duration least) throws SQLException {
        return switch (roller.pass(connection, least, RollWatch.NONE)) {
            case KeyGroupRoller.Outcome.NotAlone _ -> false;
            case KeyGroupRoller.Outcome.Completed(int groups, int failed) -> {
                waitsFor = List.of();
                yield groups + failed > 0;
            }
            case KeyGroupRoller.Outcome.Waiting(List<String> standbys) -> {
                waitsFor = standbys;
                yield false;
            }
        };
    }

    private long askedNanos() {
        lock.lock();
        try {
            return dueBeforeNanos;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is left of what was due when somebody asked, unless somebody has asked since. */
    private void hurried(long asked) {
        lock.lock();
        try {
            toldToHurry &= dueBeforeNanos != asked;
        } finally {
            lock.unlock();
        }
    }

    /** How long a group has to have been due. */
    private Duration least() {
        lock.lock();
        try {
            Duration usual = within.dividedBy(2);
            if (!toldToHurry) {
                return usual;
            }
            Duration sinceAsked = Duration.ofNanos(System.nanoTime() - dueBeforeNanos);
            toldToHurry = sinceAsked.compareTo(usual) < 0;
            return sinceAsked;
        } finally {
            lock.unlock();
        }
    }

    private Duration rest() {
        lock.lock();
        try {
            if (toldToHurry) {
                return LOOK_MIN;
            }
        } finally {
            lock.unlock();
        }
        Duration usual = within.dividedBy(LOOKS_WITHIN);
        return usual.compareTo(LOOK_MIN) < 0 ? LOOK_MIN : usual.compareTo(LOOK_MAX) > 0 ? LOOK_MAX : usual;
    }
}
