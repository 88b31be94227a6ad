package io.attestore.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What LookupEvents tells a tenant. Asks once: what was answered must be there at once. */
final class Lookup {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tenant tenant;

    Lookup(Tenant tenant) {
        this.tenant = tenant;
    }

    /** All events with this attribute, newest first. */
    List<Event> events(LookupAttributeKey key, String value) {
        LookupAttribute attribute = LookupAttribute.builder()
                .attributeKey(key)
                .attributeValue(value)
                .build();
        return tenant
                .cloudTrail()
                .lookupEventsPaginator(request -> request.lookupAttributes(attribute))
                .events()
                .stream()
                .toList();
    }

    /** All events of the tenant's account and Region, newest first. */
    List<Event> events() {
        return tenant.cloudTrail().lookupEventsPaginator(request -> {}).events().stream()
                .toList();
    }

    /** The record of the call that was answered under this request id. */
    JsonNode call(String eventName, String requestId) {
        List<JsonNode> found = records(events(LookupAttributeKey.EVENT_NAME, eventName), requestId);
        assertThat(found)
                .as("records of %s with the request id %s", eventName, requestId)
                .hasSize(1);
        return found.getFirst();
    }

    /** Those of the events that came of the call with this request id, as CloudTrail's JSON. */
    static List<JsonNode> records(List<Event> events, String requestId) {
        return events.stream()
                .map(Lookup::record)
                .filter(record -> text(record, "requestID").equals(Optional.of(requestId)))
                .toList();
    }

    static JsonNode record(Event event) {
        return JSON.readTree(event.cloudTrailEvent());
    }

    /** The text of a member, nested members separated by slashes; empty if it is not there. */
    static Optional<String> text(JsonNode record, String path) {
        JsonNode value = record.at("/" + path);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
