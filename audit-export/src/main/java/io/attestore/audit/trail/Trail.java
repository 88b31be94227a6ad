package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Searches the trail. An answer holds every record that was in the log before the question, as far as this node knows
 * the log: what is indexed, merged with what is not yet. Safe for many threads.
 *
 * <p>Pages are stable: a record that is there throughout is on exactly one page, whatever is appended or indexed
 * meanwhile.
 */
public final class Trail {

    /** PostgreSQL's SQLSTATE of a statement that a timeout ended. */
    private static final String QUERY_CANCELED = "57014";

    /** One round trip, where setting the isolation through the connection would take four. Parameter: milliseconds. */
    private static final String BEGIN = """
            set transaction isolation level repeatable read;
            set local statement_timeout = %d;
            lock table trail_block, trail_run in access share mode
            """;

    /** How many parts of a page are put together at most; a page may then be short, and the next goes on. */
    private static final int PARTS_MAX = 8;

    /** One call of the page before, of which only some records were on it, and one that tells whether there is more. */
    private static final int CALLS_BEYOND_A_PAGE = 2;

    /** How many calls of the millisecond of an event id are compared at a time. */
    private static final int CALLS_OF_ONE_INSTANT_MAX = 500;

    private final LogReader log;
    private final TrailSettings settings;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final TrailIndex index;
    private final UnmappedCalls unmapped;
    private final TrailTail tail;

    public Trail(DataSource dataSource, LogReader log, TrailSettings settings) {
        this.log = log;
        this.settings = settings;
        this.jdbc = new JdbcTemplate(dataSource);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.index = new TrailIndex(jdbc);
        this.unmapped = new UnmappedCalls(jdbc);
        this.tail = new TrailTail(log, settings);
    }

    /**
     * One page, newest first.
     *
     * @throws TrailBehindException if too much is not indexed yet
     * @throws TrailTimeoutException if the database takes too long
     * @throws LogUnavailableException if the log cannot be read
     */
    public TrailPage search(TrailQuery query) {
        List<TrailEntry> entries = new ArrayList<>();
        TrailQuery rest = query;
        for (int part = 1; true; part++) {
            TrailPage found = part(rest);
            entries.addAll(found.entries());
            boolean enough = entries.size() == query.limit() || part == PARTS_MAX;
            if (enough || found.next().isEmpty()) {
                return new TrailPage(entries, found.next());
            }
            rest = rest.rest(found.next().get(), found.entries().size());
        }
    }

    /** A page, or less than one if the index names calls that do not match. */
    private TrailPage part(TrailQuery query) {
        int callsMax = query.criterion().orElse(null) instanceof Criterion.EventId
                ? CALLS_OF_ONE_INSTANT_MAX
                : query.limit() + CALLS_BEYOND_A_PAGE;
        Indexed indexed = searchIndexInTime(query, callsMax);
        TrailMatcher matcher = TrailMatcher.of(query);
        List<Posting> calls = new ArrayList<>(indexed.calls());
        calls.addAll(tail.search(indexed.through() + 1, matcher, query.limit() + 1));
        Map<TrailPlace, MatchingRecord> found = new TreeMap<>(Comparator.reverseOrder());
        for (List<RecordedEvent> call : read(calls)) {
            MatchingRecord.of(call, matcher).forEach(record -> found.put(record.place(), record));
        }
        Optional<TrailPlace> known = indexed.calls().size() < callsMax
                ? Optional.empty()
                : Optional.of(firstPlaceOf(indexed.calls().getLast()));
        known.ifPresent(place -> found.keySet().removeIf(each -> each.compareTo(place) < 0));

        List<MatchingRecord> page = found.values().stream().limit(query.limit()).toList();
        Optional<TrailPlace> next =
                found.size() > page.size() ? Optional.of(page.getLast().place()) : known;
        return new TrailPage(
                page.stream().flatMap(record -> entry(record).stream()).toList(), next);
    }

    /** The newest that the index names; if they are as many as were asked for, there may be older ones. */
    private record Indexed(long through, List<Posting> calls) {

        static final Indexed NOTHING = new Indexed(-1, List.of());
    }

    private static TrailPlace firstPlaceOf(Posting call) {
        return new TrailPlace(Instant.ofEpochMilli(call.millis()), call.position(), 0);
    }

    private Indexed searchIndexInTime(TrailQuery query, int limit) {
        try {
            return searchIndex(query, limit);
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof SQLException cause && QUERY_CANCELED.equals(cause.getSQLState())) {
                throw new TrailTimeoutException(settings.searchTimeout(), e);
            }
            throw e;
        }
    }

    /**
     * The lock is taken before the snapshot: a rebuild, whose truncation no snapshot would hide, waits for us. An index
     * of another mapping counts as empty.
     */
    private Indexed searchIndex(TrailQuery query, int limit) {
        return snapshot.execute(_ -> {
            jdbc.execute(BEGIN.formatted(settings.searchTimeout().toMillis()));
            Optional<Long> through = jdbc
                    .queryForList(
                            "select position from trail_projection where name = 'trail' and mapping_version = ?",
                            Long.class,
                            CloudTrailRecords.MAPPING_VERSION)
                    .stream()
                    .findFirst();
            return through.map(position -> new Indexed(position, index.search(query, limit)))
                    .orElse(Indexed.NOTHING);
        });
    }

    private List<List<RecordedEvent>> read(List<Posting> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        TreeSet<Long> positions = new TreeSet<>();
        for (Posting call : calls) {
            for (int event = 0; event < call.events(); event++) {
                positions.add(call.position() + event);
            }
        }
        awaitHead(positions.last());
        Map<Long, RecordedEvent> events =
                log.at(positions).stream().collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
        return calls.stream().map(call -> eventsOf(call, events)).toList();
    }

    /** Another node may have indexed what this one has not heard of yet. */
    private void awaitHead(long position) {
        try {
            if (log.head() < position && !log.awaitBeyond(position - 1, settings.catchUpTimeout())) {
                throw new LogUnavailableException("The log of this node ends before position " + position);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("Interrupted while waiting for the log", e);
        }
    }

    private static List<RecordedEvent> eventsOf(Posting call, Map<Long, RecordedEvent> read) {
        List<RecordedEvent> events = new ArrayList<>();
        for (int event = 0; event < call.events(); event++) {
            long position = call.position() + event;
            RecordedEvent recorded = read.get(position);
            if (recorded == null) {
                throw new IllegalStateException("The trail refers to position " + position + ", which the log lacks");
            }
            events.add(recorded);
        }
        return events;
    }

    /** Empty, and noted, for a record whose facts could be found but not the rest. */
    private Optional<TrailEntry> entry(MatchingRecord record) {
        try {
            return Optional.of(record.entry());
        } catch (RuntimeException e) {
            unmapped.note(record.place().position(), record.call().size(), e);
            return Optional.empty();
        }
    }
}
