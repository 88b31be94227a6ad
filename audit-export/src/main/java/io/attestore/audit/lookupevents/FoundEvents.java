package io.attestore.audit.lookupevents;

import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.RecordResource;
import io.attestore.audit.trail.TrailEntry;
import io.attestore.audit.trail.TrailPage;
import io.attestore.contract.document.Structure;
import io.attestore.events.id.AccessKeyId;
import java.util.List;
import java.util.Optional;

/** The answer of LookupEvents. */
final class FoundEvents {

    static final Structure NONE =
            Structure.builder().putAll("Events", List.of()).build();

    private FoundEvents() {}

    static Structure of(TrailPage page, Optional<String> nextToken) {
        return Structure.builder()
                .putAll(
                        "Events",
                        page.entries().stream().map(FoundEvents::event).toList())
                .putIfPresent("NextToken", nextToken)
                .build();
    }

    private static Structure event(TrailEntry entry) {
        CloudTrailRecord record = entry.record();
        return Structure.builder()
                .put("EventId", record.eventId())
                .put("EventName", record.action().eventName())
                .put("ReadOnly", Boolean.toString(record.action().readOnly()))
                .putIfPresent(
                        "AccessKeyId", record.origin().identity().accessKeyId().map(AccessKeyId::value))
                .put("EventTime", entry.place().second())
                .put("EventSource", record.action().eventSource())
                .putIfPresent("Username", record.origin().identity().lookupName())
                .putAll(
                        "Resources",
                        record.resources().stream().map(FoundEvents::resource).toList())
                .put("CloudTrailEvent", record.json())
                .build();
    }

    private static Structure resource(RecordResource resource) {
        return Structure.builder()
                .put("ResourceType", resource.type())
                .put("ResourceName", resource.name())
                .build();
    }
}
