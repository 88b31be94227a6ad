package io.attestore.eventlog;

import io.attestore.eventlog.anchor.LogAnchor;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.table.AnchorRows;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogLock;
import io.attestore.eventlog.table.LogPartitions;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be done beside the appends and never in their way: partitions ahead of the head, signed anchors behind
 * it, and, when writing has failed, a try now and then whether it works again.
 */
final class LogMaintenance implements Runnable {

    private static final Logger LOGGER = LoggerFactory.getLogger(LogMaintenance.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final LogFollower follower;
    private final LogHealth health;
    private final LogPartitions partitions;
    private final Optional<LogAnchors> anchors;
    private final LogSettings settings;
    private final Clock clock;
    private long partitionsEnd;

    LogMaintenance(
            DataSource dataSource,
            LogFollower follower,
            LogHealth health,
            LogPartitions partitions,
            long partitionsEnd,
            Optional<LogAnchors> anchors,
            LogSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.follower = follower;
        this.health = health;
        this.partitions = partitions;
        this.partitionsEnd = partitionsEnd;
        this.anchors = anchors;
        this.settings = settings;
        this.clock = clock;
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                maintain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void maintain() {
        LogHead head = follower.head();
        try {
            makePartitions(head);
            anchors.ifPresent(file -> anchor(file, head, false));
            tryToWrite();
        } catch (SQLException | UncheckedIOException e) {
            LOGGER.warn("The log's maintenance failed and will be tried again", e);
        }
    }

    /** Signs the head as it is, if it was not signed yet. */
    void anchorNow() {
        anchors.ifPresent(file -> anchor(file, follower.head(), true));
    }

    private void makePartitions(LogHead head) throws SQLException {
        if (partitions.isShort(head.position(), partitionsEnd)) {
            try (Connection connection = dataSource.getConnection()) {
                partitionsEnd = partitions.makeAhead(connection, head.position());
            }
        }
    }

    private void anchor(LogAnchors file, LogHead head, boolean now) {
        Optional<LogAnchor> newest = file.newest();
        long before = newest.map(anchor -> anchor.head().position()).orElse(-1L);
        Instant at = clock.instant();
        boolean due = now
                || head.position() - before >= settings.anchorEveryEvents()
                || newest.isEmpty()
                || Duration.between(newest.get().at(), at).compareTo(settings.anchorEvery()) >= 0;
        if (head.position() > before && due) {
            LogAnchor anchor = file.append(head, at);
            try (Connection connection = dataSource.getConnection()) {
                AnchorRows.insert(connection, anchor.head(), anchor.at(), anchor.mac());
            } catch (SQLException e) {
                LOGGER.warn("The copy of an anchor could not be written to the database", e);
            }
        }
    }

    private void tryToWrite() {
        if (!health.isWriteFailing()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            LogLock.tryTransaction(connection, settings.databaseTimeout());
            health.writeSucceeded();
        } catch (SQLException e) {
            health.writeFailed(e);
        }
    }
}
