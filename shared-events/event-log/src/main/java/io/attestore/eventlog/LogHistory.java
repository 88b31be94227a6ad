package io.attestore.eventlog;

import io.attestore.eventlog.table.LogPage;
import io.attestore.eventlog.table.LogRow;
import io.attestore.eventlog.table.LogRows;
import io.attestore.eventlog.table.TagValues;
import io.attestore.events.log.LogUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * Reads committed events: from the window as far as it goes, what is older from the database. Up to the head no position
 * is missing; where one is, or a row does not carry its MAC, the log is broken and nothing is read.
 */
final class LogHistory {

    private static final int HISTORY_ROWS = 1_000;

    private final LogWindow window;
    private final DataSource dataSource;
    private final AuthenticRows authentic;
    private final LogMetrics metrics;

    LogHistory(LogWindow window, DataSource dataSource, AuthenticRows authentic, LogMetrics metrics) {
        this.window = window;
        this.dataSource = dataSource;
        this.authentic = authentic;
        this.metrics = metrics;
    }

    long head() {
        return window.head();
    }

    /** Whether what happened with a tag from a position on is in memory; that may change at any time. */
    boolean tellsFromMemory(Tag tag, long from) {
        return window.tells(tag, from);
    }

    /** A part of a history, from its beginning: from memory all of it, from the database at most a page. */
    Page history(FlatCriteria criteria, long from, long to) {
        Optional<List<CommittedEvent>> inMemory = window.matching(criteria, from, to);
        if (inMemory.isPresent()) {
            return new Page(inMemory.get(), to);
        }
        metrics.sourcingBySql();
        long start = window.start();
        return stored(criteria.criteria(), from, from < start ? Math.min(to, start - 1) : to, HISTORY_ROWS);
    }

    /** A part of a range, from its beginning: {@code limit} rows looked at in memory, or found in the database. */
    Page page(EventCriteria criteria, long from, long to, int limit) {
        long last = Math.min(to, from + limit - 1);
        Optional<List<CommittedEvent>> inMemory = from < window.start() ? Optional.empty() : window.range(from, last);
        return inMemory.isPresent()
                ? new Page(matching(criteria, inMemory.get()), last)
                : stored(criteria, from, to, limit);
    }

    private Page stored(EventCriteria criteria, long from, long to, int limit) {
        LogPage found = query(c -> LogRows.matching(c, criteria, from, to, limit));
        return new Page(
                matching(criteria, believed(() -> authentic.events(found.rows()))),
                found.isLast() ? to : found.rows().getLast().position());
    }

    /** The events' own tags decide: they are hashed, the index by which the database found them is not. */
    private static List<CommittedEvent> matching(EventCriteria criteria, List<CommittedEvent> found) {
        return found.stream().filter(event -> event.matches(criteria)).toList();
    }

    /** @param lastPosition up to which the range has been read */
    record Page(List<CommittedEvent> events, long lastPosition) {}

    List<CommittedEvent> read(long from, long to, int limit) {
        long last = Math.min(to, from + limit - 1);
        Optional<List<CommittedEvent>> inMemory = from < window.start() ? Optional.empty() : window.range(from, last);
        return inMemory.orElseGet(() -> {
            List<LogRow> rows = query(c -> LogRows.page(c, from, last, limit));
            return believed(() -> authentic.consecutive(rows, from, last - from + 1));
        });
    }

    List<CommittedEvent> at(Collection<Long> positions) {
        long head = head();
        List<Long> wanted = positions.stream()
                .filter(position -> position >= 0 && position <= head)
                .distinct()
                .sorted()
                .toList();
        List<CommittedEvent> inMemory = wanted.stream()
                .flatMap(position -> window.at(position).stream())
                .toList();
        return inMemory.size() == wanted.size() ? inMemory : storedAt(wanted);
    }

    private List<CommittedEvent> storedAt(List<Long> wanted) {
        List<LogRow> rows = query(c -> LogRows.at(c, wanted));
        return believed(() -> {
            for (int i = 0; i < wanted.size(); i++) {
                if (i == rows.size() || rows.get(i).position() != wanted.get(i)) {
                    throw authentic.missing(wanted.get(i));
                }
            }
            return authentic.events(rows);
        });
    }

    OptionalLong firstSince(Instant instant) {
        return query(c -> LogRows.firstSince(c, instant));
    }

    List<String> tagValues(String key, int limit) {
        return query(c -> TagValues.of(c, key, limit));
    }

    private <T> T query(Query<T> query) {
        try (Connection connection = dataSource.getConnection()) {
            return authentic.readable(() -> query.run(connection));
        } catch (BrokenLogException e) {
            throw broken(e);
        } catch (SQLException e) {
            throw new LogUnavailableException("The log could not be read", e);
        }
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private static List<CommittedEvent> believed(Supplier<List<CommittedEvent>> events) {
        try {
            return events.get();
        } catch (BrokenLogException e) {
            throw broken(e);
        }
    }

    private static LogUnavailableException broken(BrokenLogException e) {
        return new LogUnavailableException("The log is broken", e);
    }
}
