package io.attestore.audit.trail;

import io.attestore.audit.record.RecordFacts;
import io.attestore.events.id.AccountRegion;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * What a query says of one record, worked out once for all that a search looks at.
 *
 * @param before only records older than this place
 * @param earliest the time that a record shows at least, in whole seconds
 */
record TrailMatcher(AccountRegion where, Predicate<RecordFacts> wanted, TrailPlace before, Instant earliest) {

    static TrailMatcher of(TrailQuery query) {
        return new TrailMatcher(
                query.where(),
                query.criterion().map(criterion -> criterion.in(query.where())).orElse(record -> true),
                query.upperBound(),
                query.earliest());
    }

    boolean matches(TrailPlace place, RecordFacts record) {
        return record.where().equals(where)
                && place.compareTo(before) < 0
                && !place.second().isBefore(earliest)
                && wanted.test(record);
    }
}
