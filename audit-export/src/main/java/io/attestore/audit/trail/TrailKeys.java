package io.attestore.audit.trail;

import io.attestore.audit.record.CloudTrailRecord.Action;
import io.attestore.audit.record.RecordFacts;
import io.attestore.audit.record.RecordResource;
import io.attestore.audit.trail.posting.CallPlace;
import io.attestore.audit.trail.posting.LookupKey;
import io.attestore.audit.trail.posting.LookupKey.Kind;
import io.attestore.audit.trail.posting.Wanted;
import io.attestore.events.id.AccountRegion;
import java.util.ArrayList;
import java.util.List;

/** Which posting lists a record is in, and which a search reads. Event ids have none: their time leads to them. */
final class TrailKeys {

    private TrailKeys() {}

    static List<LookupKey> of(RecordFacts record) {
        AccountRegion where = record.where();
        Action action = record.action();
        List<LookupKey> keys = new ArrayList<>();
        keys.add(LookupKey.everything(where));
        keys.add(new LookupKey(where, Kind.EVENT_NAME, action.eventName()));
        keys.add(new LookupKey(where, Kind.EVENT_SOURCE, action.eventSource()));
        keys.add(new LookupKey(where, Kind.READ_ONLY, Boolean.toString(action.readOnly())));
        record.identity().lookupName().ifPresent(name -> keys.add(new LookupKey(where, Kind.USERNAME, name)));
        record.identity().accessKeyId().ifPresent(id -> keys.add(new LookupKey(where, Kind.ACCESS_KEY, id.value())));
        for (RecordResource resource : record.resources()) {
            keys.add(new LookupKey(where, Kind.RESOURCE_TYPE, resource.type()));
            keys.add(new LookupKey(where, Kind.RESOURCE, resource.arn().value()));
        }
        return keys;
    }

    static Wanted wanted(TrailQuery query, int limit) {
        TrailPlace bound = query.upperBound();
        CallPlace newest = new CallPlace(
                bound.second().getEpochSecond(), bound.ordinal() > 0 ? bound.position() : bound.position() - 1);
        List<Long> lists = keys(query).stream().map(LookupKey::number).toList();
        Wanted wanted = new Wanted(lists, newest, query.earliest().toEpochMilli(), newest.lastMillis(), limit);
        return query.criterion()
                .map(criterion -> switch (criterion) {
                    case Criterion.EventId id -> id.millis().map(wanted::at).orElseGet(wanted::nothing);
                    default -> wanted;
                })
                .orElse(wanted);
    }

    private static List<LookupKey> keys(TrailQuery query) {
        AccountRegion where = query.where();
        return query.criterion()
                .map(criterion -> switch (criterion) {
                    case Criterion.EventId _ -> List.of(LookupKey.everything(where));
                    case Criterion.EventName it -> List.of(new LookupKey(where, Kind.EVENT_NAME, it.value()));
                    case Criterion.EventSource it -> List.of(new LookupKey(where, Kind.EVENT_SOURCE, it.value()));
                    case Criterion.ReadOnly it ->
                        List.of(new LookupKey(where, Kind.READ_ONLY, Boolean.toString(it.value())));
                    case Criterion.Username it -> List.of(new LookupKey(where, Kind.USERNAME, it.value()));
                    case Criterion.AccessKey it -> List.of(new LookupKey(where, Kind.ACCESS_KEY, it.value()));
                    case Criterion.ResourceType it -> List.of(new LookupKey(where, Kind.RESOURCE_TYPE, it.value()));
                    case Criterion.ResourceName it ->
                        it.arns(where).stream()
                                .map(arn -> new LookupKey(where, Kind.RESOURCE, arn))
                                .toList();
                })
                .orElse(List.of(LookupKey.everything(where)));
    }
}
