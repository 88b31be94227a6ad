package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.RecordFacts;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/** A record that a search finds, not yet made. */
record MatchingRecord(TrailPlace place, List<RecordedEvent> call) {

    /** The records of a call that match. */
    static List<MatchingRecord> of(List<RecordedEvent> call, TrailMatcher matcher) {
        return places(call.getFirst().position(), CloudTrailRecords.factsOf(call), matcher).stream()
                .map(place -> new MatchingRecord(place, call))
                .toList();
    }

    /**
     * Where the records of a call are that match.
     *
     * @param position of the call's first event
     */
    static List<TrailPlace> places(long position, List<RecordFacts> records, TrailMatcher matcher) {
        List<TrailPlace> matching = List.of();
        for (int ordinal = 0; ordinal < records.size(); ordinal++) {
            RecordFacts record = records.get(ordinal);
            TrailPlace place = new TrailPlace(record.eventTime(), position, ordinal);
            if (matcher.matches(place, record)) {
                matching = matching.isEmpty() ? new ArrayList<>() : matching;
                matching.add(place);
            }
        }
        return matching;
    }

    TrailEntry entry() {
        return new TrailEntry(place, CloudTrailRecords.of(call).get(place.ordinal()));
    }
}
