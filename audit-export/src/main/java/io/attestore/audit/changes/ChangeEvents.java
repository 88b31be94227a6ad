package io.attestore.audit.changes;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterDeleted;
import io.attestore.events.parameter.ParameterPolicyActed;
import io.attestore.events.parameter.ParameterRestored;
import io.attestore.events.parameter.ParameterType;
import io.attestore.events.parameter.ParameterVersionDestroyed;
import io.attestore.events.parameter.ParameterVersionLabelled;
import io.attestore.events.parameter.ParameterVersionPut;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The mapping from events of the log to change events. Pure. AWS's operations are Create, Update, Delete and
 * LabelParameterVersion; a restored parameter is created anew for whoever listens, and DestroyParameterVersion is an
 * extension.
 */
final class ChangeEvents {

    private static final String LABEL_VERSION = "LabelParameterVersion";
    private static final String DESTROY_VERSION = "DestroyParameterVersion";

    private ChangeEvents() {}

    /** What a listener is told of an event; empty for most: a read, for one, is no change. */
    static Optional<ChangeEvent> of(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case ParameterVersionPut put -> Optional.of(put(recorded, put));
            case ParameterDeleted deleted ->
                Optional.of(change(recorded, deleted.where(), deleted.name(), "Delete", deleted.type()));
            case ParameterRestored restored ->
                Optional.of(
                        change(recorded, restored.where(), restored.name(), "Create", Optional.of(restored.type())));
            case ParameterPolicyActed acted -> Optional.of(policyAction(recorded, acted));
            case ParameterVersionLabelled labelled
            when isCall(recorded, LABEL_VERSION) ->
                Optional.of(change(recorded, labelled.where(), labelled.name(), LABEL_VERSION, Optional.empty()));
            case ParameterVersionDestroyed destroyed
            when isCall(recorded, DESTROY_VERSION) ->
                Optional.of(change(recorded, destroyed.where(), destroyed.name(), DESTROY_VERSION, Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static ChangeEvent put(RecordedEvent recorded, ParameterVersionPut put) {
        Map<String, String> detail =
                detail(put.name(), put.version() == 1 ? "Create" : "Update", Optional.of(put.type()));
        put.description().ifPresent(description -> detail.put("description", description));
        return event(recorded, put.where(), put.name(), detail);
    }

    /** Not a version that went because the hundred and first came, nor a label that came back with its parameter. */
    private static boolean isCall(RecordedEvent recorded, String eventName) {
        return eventName.equals(recorded.metadata().get("eventName"));
    }

    private static ChangeEvent policyAction(RecordedEvent recorded, ParameterPolicyActed acted) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("parameter-name", acted.name().value());
        detail.put("parameter-type", acted.type().wireName());
        detail.put("policy-type", acted.policy().type());
        detail.put("policy-content", acted.policy().text());
        detail.put("action-status", "Success");
        return new ChangeEvent(
                recorded.eventId(),
                recorded.at(),
                acted.where(),
                ChangeEvent.POLICY_ACTION,
                ParameterId.of(acted.where(), acted.name()).arn(),
                detail);
    }

    private static ChangeEvent change(
            RecordedEvent recorded,
            AccountRegion where,
            ParameterName name,
            String operation,
            Optional<ParameterType> type) {
        return event(recorded, where, name, detail(name, operation, type));
    }

    private static Map<String, String> detail(ParameterName name, String operation, Optional<ParameterType> type) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("operation", operation);
        detail.put("name", name.value());
        type.ifPresent(known -> detail.put("type", known.wireName()));
        return detail;
    }

    private static ChangeEvent event(
            RecordedEvent recorded, AccountRegion where, ParameterName name, Map<String, String> detail) {
        return new ChangeEvent(
                recorded.eventId(),
                recorded.at(),
                where,
                ChangeEvent.CHANGE,
                ParameterId.of(where, name).arn(),
                detail);
    }
}
