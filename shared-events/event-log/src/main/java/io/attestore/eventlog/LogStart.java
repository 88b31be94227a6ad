package io.attestore.eventlog;

import io.attestore.eventlog.anchor.LogAnchor;
import io.attestore.eventlog.anchor.LogAnchors;
import io.attestore.eventlog.seal.LogSeal;
import io.attestore.eventlog.table.AnchorRows;
import io.attestore.eventlog.table.LogHead;
import io.attestore.eventlog.table.LogPartitions;
import io.attestore.eventlog.table.LogRows;
import io.attestore.eventlog.table.LogSchema;
import io.attestore.eventlog.table.UnreadableRowException;
import io.attestore.events.log.LogUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Opens the log on this node: schema, anchor, partitions, the newest events, and then the threads. */
final class LogStart {

    private static final Duration FRESH_MIN = Duration.ofSeconds(5);
    private static final int POLLS_PER_FRESH = 3;

    /** Copies of anchors that a start looks at. */
    private static final int ANCHORS_MAX = 32;

    /** Tags whose last position is remembered; about 64 MiB if they are all in use. */
    private static final int TAGS_MAX = 1 << 18;

    private LogStart() {}

    static LogNode start(
            DataSource schema,
            DataSource dataSource,
            EventEncoding encoding,
            LogSettings settings,
            LogSeal seal,
            Optional<LogAnchors> anchors,
            MeterRegistry registry,
            Clock clock) {
        ExecutorService completions = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("event-log-answer-", 0).factory());
        migrate(schema);
        try (Connection connection = dataSource.getConnection()) {
            for (LogAnchor anchor : anchors(connection, anchors)) {
                requireAnchored(connection, anchor);
            }
            new LogSealer(dataSource, encoding, seal, anchors, clock).seal();
            LogHead head = LogRows.head(connection);
            LogPartitions partitions = new LogPartitions(settings.positionsPerPartition());
            long partitionsEnd = partitions.makeAhead(connection, head.position());

            LogHead before = before(connection, head, settings.windowEventsMax());
            LogWindow window = new LogWindow(
                    settings.windowEventsMax(), settings.windowBytesMax(), TAGS_MAX, before.position() + 1);
            HeadSignal signal = new HeadSignal(window::head, completions);
            LogHealth health = new LogHealth(fresh(settings));
            LogMetrics metrics = new LogMetrics(registry);
            AuthenticRows authentic = new AuthenticRows(encoding, seal.macs(), health);
            LogFollower follower = new LogFollower(window, before, authentic, signal);
            follower.catchUp(connection);

            AppendQueue queue = new AppendQueue(settings.queueEventsMax(), settings.queueBytesMax());
            metrics.gauges(queue::events, window::head);
            String node = UUID.randomUUID().toString();
            LogNotifier notifier = new LogNotifier(dataSource, settings.databaseTimeout(), node);
            LogWriter writer = new LogWriter(
                    queue,
                    settings,
                    new WriterSession(dataSource, settings.databaseTimeout()),
                    follower,
                    new AppendConditions(window, authentic, metrics),
                    seal.macs().forOneThread(),
                    health,
                    metrics,
                    notifier::committed);
            LogThreads threads = new LogThreads(
                    writer,
                    new LogTail(dataSource, follower, health, settings, node, notifier::nodes),
                    notifier,
                    new LogMaintenance(
                            dataSource, follower, health, partitions, partitionsEnd, anchors, settings, clock));
            return new LogNode(
                    encoding,
                    settings,
                    queue,
                    new LogHistory(window, dataSource, authentic, metrics),
                    signal,
                    health,
                    metrics,
                    completions,
                    threads);
        } catch (SQLException e) {
            throw new LogUnavailableException("The log's database does not answer", e);
        } catch (UnreadableRowException e) {
            throw new BrokenLogException(String.valueOf(e.getMessage()));
        }
    }

    private static void migrate(DataSource schema) {
        try {
            LogSchema.migrate(schema);
        } catch (FlywayException e) {
            throw new LogUnavailableException("The log's schema could not be brought up to date", e);
        }
    }

    /** The newest of the file, and the newest in the database that this store has signed. */
    private static List<LogAnchor> anchors(Connection connection, Optional<LogAnchors> anchors) throws SQLException {
        List<LogAnchor> newest = new ArrayList<>();
        if (anchors.isPresent()) {
            anchors.get().newest().ifPresent(newest::add);
            for (AnchorRows.Copy copy : AnchorRows.newest(connection, ANCHORS_MAX)) {
                LogAnchor anchor = new LogAnchor(copy.head(), copy.at(), copy.mac());
                if (anchors.get().isSigned(anchor)) {
                    newest.add(anchor);
                }
            }
        }
        return newest;
    }

    private static void requireAnchored(Connection connection, LogAnchor anchor) {
        try {
            if (!LogRows.hashAt(connection, anchor.head().position()).equals(anchor.head())) {
                throw new BrokenLogException("The log does not contain the event at position "
                        + anchor.head().position() + " that was anchored at " + anchor.at()
                        + ": rows were changed or removed, or an older backup was restored."
                        + " Verify the log and its backups; the anchor file says what must be in it.");
            }
        } catch (SQLException e) {
            throw new LogUnavailableException("The log's database does not answer", e);
        }
    }

    /** The head of what is not read into the window. */
    private static LogHead before(Connection connection, LogHead head, int windowEvents) throws SQLException {
        long before = head.position() - windowEvents;
        return before < 0 ? LogHead.EMPTY : LogRows.hashAt(connection, before);
    }

    private static Duration fresh(LogSettings settings) {
        Duration polls = settings.pollInterval().multipliedBy(POLLS_PER_FRESH);
        return polls.compareTo(FRESH_MIN) > 0 ? polls : FRESH_MIN;
    }
}
