package io.attestore.audit.trail;

import io.attestore.audit.trail.IndexSearch.Indexed;
import io.attestore.audit.trail.posting.Posting;
import io.attestore.events.log.LogReader;
import io.attestore.events.log.LogUnavailableException;
import io.attestore.events.log.RecordedEvent;
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
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Searches the trail. An answer holds every record that was in the log before the question, as far as this node knows
 * the log: what is indexed, merged with what is not yet. An index that is not as it was written counts for nothing, and
 * the log answers. Safe for many threads.
 *
 * <p>Pages are stable: a record that is there throughout is on exactly one page, whatever is appended or indexed
 * meanwhile.
 */
public final class Trail {

    /** How many parts of a page are put together at most; a page may then be short, and the next goes on. */
    private static final int PARTS_MAX = 8;

    /** One call of the page before, of which only some records were on it, and one that tells whether there is more. */
    private static final int CALLS_BEYOND_A_PAGE = 2;

    /** How many calls of the millisecond of an event id are compared at a time. */
    private static final int CALLS_OF_ONE_INSTANT_MAX = 500;

    private final LogReader log;
    private final LogHead head;
    private final IndexSearch index;
    private final TrailTail tail;
    private final UnmappedCalls unmapped;

    /** @param damage what this node's searches and its projector tell each other */
    public Trail(DataSource dataSource, LogReader log, TrailSettings settings, TrailSeal seal, TrailDamage damage) {
        this.log = log;
        this.head = new LogHead(log, settings);
        this.index = new IndexSearch(dataSource, log, settings, seal, damage);
        this.tail = new TrailTail(log, settings, damage);
        this.unmapped = new UnmappedCalls(new JdbcTemplate(dataSource));
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
        Indexed indexed = index.search(query, callsMax);
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

    private static TrailPlace firstPlaceOf(Posting call) {
        return new TrailPlace(Instant.ofEpochMilli(call.millis()), call.position(), 0);
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
        head.await(positions.last());
        Map<Long, RecordedEvent> events =
                log.at(positions).stream().collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
        return calls.stream().map(call -> eventsOf(call, events)).toList();
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
