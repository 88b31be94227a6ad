package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecord;
import io.attestore.audit.record.RecordResource;
import io.attestore.events.id.AccessKeyId;
import java.util.stream.Collectors;

/** What many records have in common: the attributes of few values. Empty text stands for an absent attribute. */
record Facet(
        int scopeId,
        String eventSource,
        String eventName,
        boolean readOnly,
        String userName,
        String accessKeyId,
        String resourceTypes) {

    static Facet of(int scopeId, CloudTrailRecord record) {
        return new Facet(
                scopeId,
                record.action().eventSource(),
                record.action().eventName(),
                record.action().readOnly(),
                record.origin().identity().lookupName().orElse(""),
                record.origin().identity().accessKeyId().map(AccessKeyId::value).orElse(""),
                record.resources().stream()
                        .map(RecordResource::type)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }
}
