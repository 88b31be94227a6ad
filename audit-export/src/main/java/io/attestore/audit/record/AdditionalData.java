package io.attestore.audit.record;

import io.attestore.audit.record.CloudTrailRecord.Elements;
import io.attestore.events.call.DecidedBy;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What our records say beyond AWS's, as the content of {@code additionalEventData}. */
final class AdditionalData {

    private AdditionalData() {}

    static String of(Elements elements) {
        return Json.object(json -> {
            if (!elements.disclosed().isEmpty()) {
                disclosed(elements.disclosed(), json);
            }
            elements.decidedBy().ifPresent(decided -> decidedBy(decided, json));
        });
    }

    private static void disclosed(List<DisclosedVersions> disclosed, JsonGenerator json) {
        json.writeArrayPropertyStart("attestore:disclosed");
        for (DisclosedVersions versions : disclosed) {
            json.writeStartObject();
            json.writeStringProperty("name", versions.name());
            json.writeArrayPropertyStart("versions");
            versions.versions().forEach(version -> json.writeNumber(version.longValue()));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void decidedBy(DecidedBy decided, JsonGenerator json) {
        json.writeObjectPropertyStart(decided.allows() ? "attestore:allowedBy" : "attestore:deniedBy");
        switch (decided) {
            case DecidedBy.Statement(boolean _, String policy, String statement) -> {
                json.writeStringProperty("policy", policy);
                json.writeStringProperty("statement", statement);
            }
            case DecidedBy.Grant(String id) -> json.writeStringProperty("grant", id);
            case DecidedBy.Lock(String name) -> json.writeStringProperty("lock", name);
            case DecidedBy.Missing(String kind) -> json.writeStringProperty("missing", kind);
        }
        json.writeEndObject();
    }
}
