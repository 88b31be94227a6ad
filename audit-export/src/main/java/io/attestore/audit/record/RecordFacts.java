package io.attestore.audit.record;

import io.attestore.audit.record.CloudTrailRecord.Action;
import io.attestore.events.id.AccountRegion;
import java.time.Instant;
import java.util.List;

/**
 * What a record is found by: the parts of it that need no text to be written. Much cheaper to come by than the record.
 *
 * @param eventId in lower case
 */
public record RecordFacts(
        String eventId,
        Instant eventTime,
        AccountRegion where,
        Action action,
        RecordIdentity identity,
        List<RecordResource> resources) {

    public RecordFacts {
        resources = List.copyOf(resources);
    }
}
