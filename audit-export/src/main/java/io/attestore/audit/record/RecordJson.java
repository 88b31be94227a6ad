package io.attestore.audit.record;

import io.attestore.audit.record.CloudTrailRecord.Elements;
import io.attestore.audit.record.CloudTrailRecord.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a record with the fields, order and limits of CloudTrail's record contents. An element beyond its limit is
 * left out and says so in its place: {@code {"omitted":true,"originalSize":…,"reason":…}}. If the whole is still too
 * large, the response goes first, then the request; who did what to which resource always stays.
 *
 * <p>Our extensions stand in {@code additionalEventData}: in {@code attestore:disclosed} which versions the answer disclosed,
 * in {@code attestore:allowedBy} and {@code attestore:deniedBy} which statement of which policy gave permission or refused it.
 */
final class RecordJson {

    static final int ELEMENT_BYTES_MAX = 100 * 1024;
    static final int ADDITIONAL_BYTES_MAX = 28 * 1024;
    static final int RECORD_BYTES_MAX = 256 * 1024;
    static final int TEXT_BYTES_MAX = 1024;
    private static final String EVENT_VERSION = "1.11";

    private final CloudTrailRecord event;
    private final JsonGenerator json;
    private final int responseBytesMax;
    private final int requestBytesMax;

    private RecordJson(CloudTrailRecord event, JsonGenerator json, int responseBytesMax, int requestBytesMax) {
        this.event = event;
        this.json = json;
        this.responseBytesMax = responseBytesMax;
        this.requestBytesMax = requestBytesMax;
    }

    static String write(CloudTrailRecord event) {
        String whole = write(event, ELEMENT_BYTES_MAX, ELEMENT_BYTES_MAX);
        if (Utf8.length(whole) <= RECORD_BYTES_MAX) {
            return whole;
        }
        String withoutResponse = write(event, 0, ELEMENT_BYTES_MAX);
        return Utf8.length(withoutResponse) <= RECORD_BYTES_MAX ? withoutResponse : write(event, 0, 0);
    }

    private static String write(CloudTrailRecord event, int responseBytesMax, int requestBytesMax) {
        return Json.object(json -> new RecordJson(event, json, responseBytesMax, requestBytesMax).members());
    }

    private void members() {
        json.writeStringProperty("eventVersion", EVENT_VERSION);
        IdentityJson.write(event.origin().identity(), json);
        json.writeStringProperty(
                "eventTime", event.eventTime().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeStringProperty("eventSource", event.action().eventSource());
        json.writeStringProperty("eventName", event.action().eventName());
        json.writeStringProperty("awsRegion", event.where().region().value());
        json.writeStringProperty("sourceIPAddress", event.origin().sourceAddress());
        json.writeStringProperty("userAgent", Utf8.cut(event.origin().userAgent(), TEXT_BYTES_MAX));
        event.refusal().ifPresent(this::refusal);
        elements(event.elements());
        json.writeStringProperty("requestID", event.requestId());
        json.writeStringProperty("eventID", event.eventId());
        json.writeBooleanProperty("readOnly", event.action().readOnly());
        resources();
        json.writeStringProperty("eventType", event.type().wireName());
        json.writeBooleanProperty("managementEvent", true);
        json.writeStringProperty("recipientAccountId", event.where().account().value());
        event.sharedEventId().ifPresent(id -> json.writeStringProperty("sharedEventID", id));
        event.elements().serviceEventDetails().ifPresent(details -> raw("serviceEventDetails", details));
        json.writeStringProperty("eventCategory", "Management");
        tlsDetails();
    }

    private void refusal(Refusal refusal) {
        json.writeStringProperty("errorCode", Utf8.cut(refusal.errorCode(), TEXT_BYTES_MAX));
        if (!refusal.errorMessage().isEmpty()) {
            json.writeStringProperty("errorMessage", Utf8.cut(refusal.errorMessage(), TEXT_BYTES_MAX));
        }
    }

    private void elements(Elements elements) {
        element("requestParameters", elements.requestParameters(), requestBytesMax);
        element("responseElements", elements.responseElements(), responseBytesMax);
        if (!elements.disclosed().isEmpty() || elements.decidedBy().isPresent()) {
            element("additionalEventData", Optional.of(AdditionalData.of(elements)), ADDITIONAL_BYTES_MAX);
        }
    }

    private void element(String name, Optional<String> content, int bytesMax) {
        if (content.isEmpty()) {
            json.writeNullProperty(name);
            return;
        }
        int bytes = Utf8.length(content.get());
        raw(name, bytes <= bytesMax ? content.get() : omitted(name, bytes));
    }

    private void raw(String name, String content) {
        json.writeName(name);
        json.writeRawValue(content);
    }

    private static String omitted(String name, int bytes) {
        return Json.object(json -> {
            json.writeBooleanProperty("omitted", true);
            json.writeNumberProperty("originalSize", bytes);
            json.writeStringProperty("reason", name + " too large");
        });
    }

    private void resources() {
        if (event.resources().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("resources");
        for (RecordResource resource : event.resources()) {
            json.writeStartObject();
            json.writeStringProperty("accountId", resource.arn().account());
            json.writeStringProperty("type", resource.type());
            json.writeStringProperty("ARN", resource.arn().value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void tlsDetails() {
        event.origin().connection().ifPresent(connection -> {
            json.writeObjectPropertyStart("tlsDetails");
            json.writeStringProperty("tlsVersion", connection.tls().version());
            json.writeStringProperty("cipherSuite", connection.tls().cipherSuite());
            json.writeStringProperty("clientProvidedHostHeader", connection.host());
            json.writeEndObject();
        });
    }

    /** Texts measured as UTF-8, as CloudTrail's limits are. */
    private static final class Utf8 {

        static int length(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        /** The longest beginning of a text that fits, whole characters only. */
        static String cut(String text, int bytesMax) {
            if (length(text) <= bytesMax) {
                return text;
            }
            int end = 0;
            int bytes = 0;
            while (true) {
                int character = text.codePointAt(end);
                bytes += length(Character.toString(character));
                if (bytes > bytesMax) {
                    return text.substring(0, end);
                }
                end += Character.charCount(character);
            }
        }
    }
}
