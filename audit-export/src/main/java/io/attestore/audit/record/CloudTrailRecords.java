package io.attestore.audit.record;

import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallMetadata;
import io.attestore.events.log.RecordedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The mapping from the events of one call to CloudTrail's records. Pure: the same events give the same records, in the
 * same order, with the same ids.
 *
 * <p>The first record is that of the call itself, followed by those that it is told to other accounts by, whose
 * parameters it disclosed, or to all of them if it is about the whole store. Those of what services did on the caller's
 * behalf follow in the order of the events: each use of a KMS key by another service, each rotation, each AWS managed key
 * that came to be; before them the policies of a parameter that acted.
 */
public final class CloudTrailRecords {

    /** Raised with each change of this mapping that changes which records there are, their order or their facts. */
    public static final int MAPPING_VERSION = 4;

    private CloudTrailRecords() {}

    /**
     * @param eventsOfOneCall all events of one call in the log's order, not empty
     * @return empty if these events record no call, e.g. those of the very first start
     * @throws IllegalArgumentException if the metadata are not those of a call
     */
    public static List<CloudTrailRecord> of(List<RecordedEvent> eventsOfOneCall) {
        return drafts(eventsOfOneCall).stream().map(RecordDraft::finished).toList();
    }

    /**
     * The facts of the same records, in the same order.
     *
     * @param eventsOfOneCall as for {@link #of}
     * @throws IllegalArgumentException if the metadata are not those of a call
     */
    public static List<RecordFacts> factsOf(List<RecordedEvent> eventsOfOneCall) {
        return drafts(eventsOfOneCall).stream().map(RecordDraft::facts).toList();
    }

    private static List<RecordDraft> drafts(List<RecordedEvent> eventsOfOneCall) {
        RecordedEvent first = eventsOfOneCall.getFirst();
        if (LoggedCalls.requestId(first).isEmpty()) {
            return List.of();
        }
        CallContext context = CallMetadata.read(first.metadata());
        List<RecordDraft> drafts = new ArrayList<>();
        drafts.addAll(CallRecord.of(context, eventsOfOneCall));
        drafts.addAll(StoreWideRecords.of(context, eventsOfOneCall));
        drafts.addAll(PolicyActionRecords.of(context, eventsOfOneCall));
        drafts.addAll(KeyServiceRecords.of(context, eventsOfOneCall));
        return drafts;
    }
}
