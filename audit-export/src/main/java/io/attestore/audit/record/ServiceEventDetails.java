package io.attestore.audit.record;

import io.attestore.events.call.RefusalsNotRecorded;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPolicyActed;
import java.util.List;
import java.util.Optional;

/** What a service did by itself, as the serviceEventDetails of its record tell it. */
final class ServiceEventDetails {

    private ServiceEventDetails() {}

    static Optional<String> of(List<RecordedEvent> events) {
        List<ParameterPolicyActed> acted = only(events, ParameterPolicyActed.class);
        if (!acted.isEmpty()) {
            return Optional.of(policies(acted, only(events, ParameterDeleted.class)));
        }
        Optional<String> destroyed = only(events, DeletedParameterDestroyed.class).stream()
                .findFirst()
                .map(ServiceEventDetails::destroyed);
        return destroyed.or(() ->
                only(events, RefusalsNotRecorded.class).stream().findFirst().map(ServiceEventDetails::refusals));
    }

    private static String refusals(RefusalsNotRecorded unrecorded) {
        return Json.object(json -> {
            json.writeStringProperty("from", unrecorded.from().toString());
            json.writeStringProperty("until", unrecorded.until().toString());
            json.writeArrayPropertyStart("refusals");
            for (RefusalsNotRecorded.Count count : unrecorded.counts()) {
                json.writeStartObject();
                json.writeStringProperty("eventSource", count.eventSource());
                json.writeStringProperty("eventName", count.eventName());
                json.writeStringProperty("errorCode", count.errorCode());
                json.writeNumberProperty("count", count.refusals());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberProperty("others", unrecorded.others());
        });
    }

    private static String destroyed(DeletedParameterDestroyed destroyed) {
        return Json.object(json -> {
            json.writeStringProperty("parameterName", destroyed.name().value());
            json.writeArrayPropertyStart("destroyedDataKeyIds");
            destroyed.destroyedDataKeyIds().forEach(json::writeString);
            json.writeEndArray();
        });
    }

    /** All policies of a parameter whose time had come together, and the keys that went if one of them deleted it. */
    private static String policies(List<ParameterPolicyActed> acted, List<ParameterDeleted> deletions) {
        return Json.object(json -> {
            json.writeStringProperty("parameterName", acted.getFirst().name().value());
            json.writeArrayPropertyStart("policyTypes");
            acted.forEach(one -> json.writeString(one.policy().type()));
            json.writeEndArray();
            for (ParameterDeleted deleted : deletions) {
                json.writeArrayPropertyStart("destroyedDataKeyIds");
                deleted.destroyedDataKeyIds().forEach(json::writeString);
                json.writeEndArray();
            }
        });
    }

    private static <E> List<E> only(List<RecordedEvent> events, Class<E> type) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
