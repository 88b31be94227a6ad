package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecords;
import io.attestore.audit.record.RecordFacts;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/** A record that a search finds, not yet made. */
record MatchingRecord(TrailPlace place, List<RecordedEvent> call) {

    /** The records of a call that match. */
    static List<MatchingRecord> of(List<RecordedEvent> call, TrailQuery query) {
        List<MatchingRecord> matching = new ArrayList<>();
        List<RecordFacts> records = CloudTrailRecords.factsOf(call);
        for (int ordinal = 0; ordinal < records.size(); ordinal++) {
            RecordFacts record = records.get(ordinal);
            TrailPlace place =
                    new TrailPlace(record.eventTime(), call.getFirst().position(), ordinal);
            if (query.matches(place, record)) {
                matching.add(new MatchingRecord(place, call));
            }
        }
        return matching;
    }

    TrailEntry entry() {
        return new TrailEntry(place, CloudTrailRecords.of(call).get(place.ordinal()));
    }
}
