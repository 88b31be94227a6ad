package io.attestore.audit.record;

import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.DeletedParameterDestroyed;
import io.attestore.events.parameter.ParameterPolicyActed;
import java.util.List;
import java.util.Optional;

/** What a service did by itself, as the serviceEventDetails of its record tell it. */
final class ServiceEventDetails {

    private ServiceEventDetails() {}

    static Optional<String> of(List<RecordedEvent> events) {
        return events.stream().flatMap(recorded -> details(recorded).stream()).findFirst();
    }

    private static Optional<String> details(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case DeletedParameterDestroyed destroyed ->
                Optional.of(Json.object(json -> {
                    json.writeStringProperty("parameterName", destroyed.name().value());
                    json.writeArrayPropertyStart("destroyedDataKeyIds");
                    destroyed.destroyedDataKeyIds().forEach(json::writeString);
                    json.writeEndArray();
                }));
            case ParameterPolicyActed acted ->
                Optional.of(Json.object(json -> {
                    json.writeStringProperty("parameterName", acted.name().value());
                    json.writeStringProperty("policyType", acted.policy().type());
                }));
            default -> Optional.empty();
        };
    }
}
