package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.trail.IndexedTrail.Reference;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
import java.sql.SQLException;
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
import org.springframework.transaction.TransactionDefinition;
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

    private final LogReader log;
    private final TrailSettings settings;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final IndexedTrail index;
    private final TrailTail tail;

    public Trail(DataSource dataSource, LogReader log, TrailSettings settings) {
        this.log = log;
        this.settings = settings;
        this.jdbc = new JdbcTemplate(dataSource);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.index = new IndexedTrail(jdbc, settings.mergedFacetsMax());
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
        int wanted = query.limit() + 1;
        Indexed indexed = searchIndexInTime(query, wanted);
        List<TrailEntry> unindexed = tail.search(indexed.through() + 1, query, wanted);

        Map<TrailPlace, TrailEntry> found = new TreeMap<>(Comparator.reverseOrder());
        unindexed.forEach(entry -> found.put(entry.place(), entry));
        TreeSet<TrailPlace> places = new TreeSet<>(Comparator.reverseOrder());
        places.addAll(found.keySet());
        indexed.references().forEach(reference -> places.add(reference.place()));
        List<TrailPlace> page = places.stream().limit(query.limit()).toList();
        read(indexed.references().stream()
                        .filter(reference -> page.contains(reference.place()))
                        .toList())
                .stream()
                .filter(entry -> query.matches(entry.place(), entry.record()))
                .forEach(entry -> found.put(entry.place(), entry));

        List<TrailEntry> entries =
                page.stream().filter(found::containsKey).map(found::get).toList();
        Optional<TrailPlace> next = places.size() > page.size() ? Optional.of(page.getLast()) : Optional.empty();
        return new TrailPage(entries, next);
    }

    private record Indexed(long through, List<Reference> references) {

        static final Indexed NOTHING = new Indexed(-1, List.of());
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
            jdbc.execute(
                    "set local statement_timeout = " + settings.searchTimeout().toMillis());
            jdbc.execute("lock table trail_record, trail_record_resource in access share mode");
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

    private List<TrailEntry> read(List<Reference> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        TreeSet<Long> positions = new TreeSet<>();
        for (Reference reference : references) {
            for (int event = 0; event < reference.events(); event++) {
                positions.add(reference.place().position() + event);
            }
        }
        awaitHead(positions.last());
        Map<Long, RecordedEvent> events =
                log.at(positions).stream().collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
        return references.stream().map(reference -> entry(reference, events)).toList();
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

    private static TrailEntry entry(Reference reference, Map<Long, RecordedEvent> events) {
        List<RecordedEvent> call = new ArrayList<>();
        for (int event = 0; event < reference.events(); event++) {
            long position = reference.place().position() + event;
            RecordedEvent recorded = events.get(position);
            if (recorded == null) {
                throw new IllegalStateException("The trail refers to position " + position + ", which the log lacks");
            }
            call.add(recorded);
        }
        List<CloudTrailRecord> records = CloudTrailRecords.of(call);
        return new TrailEntry(reference.place(), records.get(reference.place().ordinal()));
    }
}
