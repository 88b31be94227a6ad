package io.attestore.audit.record;

import io.attestore.audit.record.CloudTrailRecord.Action;
import io.attestore.audit.record.CloudTrailRecord.ClientConnection;
import io.attestore.audit.record.CloudTrailRecord.Elements;
import io.attestore.audit.record.CloudTrailRecord.Origin;
import io.attestore.audit.record.CloudTrailRecord.Refusal;
import io.attestore.audit.record.RecordIdentity.Caller;
import io.attestore.audit.record.RecordIdentity.Service;
import io.attestore.events.call.CallContext;
import io.attestore.events.call.CallRefused;
import io.attestore.events.call.Principal;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRead.Disclosure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The record of a call itself. */
final class CallRecord {

    private CallRecord() {}

    static RecordDraft of(CallContext context, List<RecordedEvent> events) {
        RecordFacts facts = new RecordFacts(
                events.getFirst().eventId().toLowerCase(Locale.ROOT),
                context.at(),
                context.where(),
                new Action(context.eventSource(), context.eventName(), context.readOnly()),
                identity(context),
                CallResources.of(context, events));
        return new RecordDraft(facts, known -> record(known, context, events));
    }

    private static CloudTrailRecord record(RecordFacts facts, CallContext context, List<RecordedEvent> events) {
        Optional<Refusal> refusal = refusal(events);
        Optional<ClientConnection> connection = context.tls().map(tls -> new ClientConnection(tls, context.host()));
        return new CloudTrailRecord(
                facts.eventId(),
                context.requestId(),
                facts.eventTime(),
                facts.where(),
                isServiceEvent(context) ? EventType.AWS_SERVICE_EVENT : EventType.AWS_API_CALL,
                facts.action(),
                new Origin(facts.identity(), context.sourceAddress(), context.userAgent(), connection),
                refusal,
                new Elements(
                        context.requestParameters(),
                        refusal.isPresent() ? Optional.empty() : context.responseElements(),
                        isServiceEvent(context) ? ServiceEventDetails.of(events) : Optional.empty(),
                        disclosed(events)),
                facts.resources());
    }

    private static boolean isServiceEvent(CallContext context) {
        return context.principal().type().equals(Principal.AWS_SERVICE);
    }

    private static RecordIdentity identity(CallContext context) {
        return isServiceEvent(context)
                ? new Service(context.principal().account(), context.principal().principalId())
                : new Caller(context.principal(), Optional.empty());
    }

    private static Optional<Refusal> refusal(List<RecordedEvent> events) {
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof CallRefused(String code, String message)) {
                return Optional.of(new Refusal(code, message));
            }
        }
        return Optional.empty();
    }

    private static List<DisclosedVersions> disclosed(List<RecordedEvent> events) {
        Map<String, List<Long>> versionsByName = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ParameterRead read) {
                for (Disclosure disclosure : read.disclosures()) {
                    versionsByName
                            .computeIfAbsent(disclosure.name().value(), _ -> new ArrayList<>())
                            .add(disclosure.version());
                }
            }
        }
        return versionsByName.entrySet().stream()
                .map(entry -> new DisclosedVersions(entry.getKey(), entry.getValue()))
                .toList();
    }
}
