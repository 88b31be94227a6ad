package io.attestore.audit.record;

import io.attestore.audit.record.CloudTrailRecord.Action;
import io.attestore.audit.record.CloudTrailRecord.Elements;
import io.attestore.audit.record.CloudTrailRecord.Origin;
import io.attestore.audit.record.RecordIdentity.Service;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.Principal;
import io.attestore.events.id.EventIds;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterPolicyActed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of policies that acted within a caller's call: a put that finds a parameter expired deletes it first. It is
 * the one that the service makes when it acts by itself.
 */
final class PolicyActionRecords {

    private static final String SERVICE = "ssm.amazonaws.com";
    private static final Action ACTION = new Action(SERVICE, "ParameterPolicyAction", false);

    /** Far beyond the ordinals of what one event has records of. */
    private static final int ID = 3_000_000;

    private PolicyActionRecords() {}

    static List<RecordDraft> of(CallContext context, List<RecordedEvent> events) {
        if (context.principal() instanceof Principal.Service) {
            return List.of();
        }
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ParameterPolicyActed acted) {
                return List.of(draft(context, recorded.eventId(), acted, events));
            }
        }
        return List.of();
    }

    private static RecordDraft draft(
            CallContext context, String eventId, ParameterPolicyActed acted, List<RecordedEvent> events) {
        RecordFacts facts = new RecordFacts(
                EventIds.derived(UUID.fromString(eventId), ID).toString(),
                context.at(),
                acted.where(),
                ACTION,
                new Service(acted.where().account(), SERVICE),
                List.of(RecordResource.parameter(acted.where(), acted.name())));
        return new RecordDraft(facts, known -> record(known, context, events));
    }

    private static CloudTrailRecord record(RecordFacts facts, CallContext context, List<RecordedEvent> events) {
        return new CloudTrailRecord(
                facts.eventId(),
                context.requestId(),
                facts.eventTime(),
                facts.where(),
                EventType.AWS_SERVICE_EVENT,
                facts.action(),
                new Origin(facts.identity(), SERVICE, SERVICE, Optional.empty()),
                Optional.empty(),
                new Elements(
                        Optional.empty(),
                        Optional.empty(),
                        ServiceEventDetails.of(events),
                        List.of(),
                        Optional.empty()),
                facts.resources(),
                Optional.empty());
    }
}
