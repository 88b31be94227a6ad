package io.attestore.audit.trail;

import io.attestore.events.id.AccountRegion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What to search for, in one namespace.
 *
 * @param from the earliest time, included; compared with the whole seconds that a record shows
 * @param to the latest time, included
 * @param before only records older than this place: where the page before ended
 * @param limit how many records at most, at least 1
 */
public record TrailQuery(
        AccountRegion where,
        Optional<Criterion> criterion,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<TrailPlace> before,
        int limit) {

    /** PostgreSQL's timestamps and a JSON number's seconds both reach further than these. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public TrailQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least one record");
        }
    }

    /** Everything of a namespace, newest first. */
    public static TrailQuery everything(AccountRegion where, int limit) {
        return new TrailQuery(where, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    public TrailQuery matching(Criterion wanted) {
        return new TrailQuery(where, Optional.of(wanted), from, to, before, limit);
    }

    public TrailQuery before(TrailPlace place) {
        return new TrailQuery(where, criterion, from, to, Optional.of(place), limit);
    }

    /** The rest of this search after a part of its first page: what is older than a place, that many fewer. */
    TrailQuery rest(TrailPlace place, int found) {
        return new TrailQuery(where, criterion, from, to, Optional.of(place), limit - found);
    }

    /** The earliest time that a record may show, in whole seconds. */
    Instant earliest() {
        Instant given = from.orElse(EARLIEST);
        if (given.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        Instant second = given.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(given) ? second : second.plusSeconds(1);
    }

    /** Only what is older than this place is wanted. */
    TrailPlace upperBound() {
        Instant latest = to.filter(time -> time.isBefore(LATEST)).orElse(LATEST);
        TrailPlace end = TrailPlace.endOf(latest.isBefore(EARLIEST) ? EARLIEST.minusSeconds(1) : latest);
        return before.filter(place -> place.compareTo(end) < 0).orElse(end);
    }
}
