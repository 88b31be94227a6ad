package io.attestore.audit.changes;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A change of a parameter as EventBridge tells it. Immutable; it holds no value of a parameter.
 *
 * @param id unique; the same each time that the event is told
 * @param detail in the order in which it is written
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html">
 *     Systems Manager: EventBridge event examples</a>
 */
public record ChangeEvent(
        String id, Instant time, AccountRegion where, String detailType, Arn resource, Map<String, String> detail) {

    /** A parameter was created, updated, deleted, or something of the kind. */
    public static final String CHANGE = "Parameter Store Change";

    /** A policy of a parameter has done what it is for. */
    public static final String POLICY_ACTION = "Parameter Store Policy Action";

    private static final JsonFactory JSON = new JsonFactory();

    public ChangeEvent {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /** The event in EventBridge's form, UTF-8. */
    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("version", "0");
            json.writeStringProperty("id", id);
            json.writeStringProperty("detail-type", detailType);
            json.writeStringProperty("source", "aws.ssm");
            json.writeStringProperty("account", where.account().value());
            json.writeStringProperty(
                    "time", time.truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeStringProperty("region", where.region().value());
            json.writeArrayPropertyStart("resources");
            json.writeString(resource.value());
            json.writeEndArray();
            json.writeObjectPropertyStart("detail");
            detail.forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
