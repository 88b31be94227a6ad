package io.attestore.audit.record;

import java.util.function.Function;

/** A record whose facts are known, and how the rest is made. The record says of itself what the facts say. */
record RecordDraft(RecordFacts facts, Function<RecordFacts, CloudTrailRecord> rest) {

    CloudTrailRecord finished() {
        return rest.apply(facts);
    }
}
