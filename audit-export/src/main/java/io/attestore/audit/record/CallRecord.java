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
import io.attestore.events.id.AccountId;
import io.attestore.events.id.ParameterId;
import io.attestore.events.id.ParameterName;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import io.attestore.events.parameter.ParameterRead.Disclosure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The record of a call itself. */
final class CallRecord {

    private CallRecord() {}

    static List<RecordDraft> of(CallContext context, List<RecordedEvent> events) {
        RecordFacts facts = new RecordFacts(
                events.getFirst().eventId().toLowerCase(Locale.ROOT),
                context.at(),
                context.where(),
                new Action(context.eventSource(), context.eventName(), context.readOnly()),
                identity(context),
                CallResources.of(context, events));
        List<AccountId> owners = OtherOwners.ofDisclosed(context.where().account(), events);
        List<RecordDraft> drafts = new ArrayList<>();
        drafts.add(new RecordDraft(facts, known -> {
            CloudTrailRecord record = record(known, context, events);
            return owners.isEmpty() ? record : record.shared(OwnersView.sharedEventId(known.eventId()));
        }));
        for (int ordinal = 0; ordinal < owners.size(); ordinal++) {
            drafts.add(told(owners.get(ordinal), ordinal, facts, context, events));
        }
        return drafts;
    }

    /** The record that tells another account who read what is its own. */
    private static RecordDraft told(
            AccountId owner, int ordinal, RecordFacts callers, CallContext context, List<RecordedEvent> events) {
        return new RecordDraft(
                OwnersView.facts(callers, context, owner, ordinal),
                known -> OwnersView.of(
                        record(callers, context, events),
                        known,
                        new Elements(
                                context.requestParameters(),
                                Optional.empty(),
                                Optional.empty(),
                                disclosed(events, owner),
                                Optional.empty())));
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
                        disclosed(context, events),
                        context.decidedBy()),
                facts.resources(),
                Optional.empty());
    }

    private static boolean isServiceEvent(CallContext context) {
        return context.principal() instanceof Principal.Service;
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

    /** What the caller got; of others it is known by its ARN. */
    private static List<DisclosedVersions> disclosed(CallContext context, List<RecordedEvent> events) {
        AccountId caller = context.where().account();
        return disclosed(
                events,
                read -> true,
                read -> name -> read.where().account().equals(caller)
                        ? name.value()
                        : ParameterId.of(read.where(), name).arn().value());
    }

    /** What the caller got of one owner. */
    private static List<DisclosedVersions> disclosed(List<RecordedEvent> events, AccountId owner) {
        return disclosed(events, read -> read.where().account().equals(owner), read -> ParameterName::value);
    }

    private static List<DisclosedVersions> disclosed(
            List<RecordedEvent> events,
            Predicate<ParameterRead> wanted,
            Function<ParameterRead, Function<ParameterName, String>> names) {
        Map<String, List<Long>> versionsByName = new LinkedHashMap<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof ParameterRead read && wanted.test(read)) {
                for (Disclosure disclosure : read.disclosures()) {
                    versionsByName
                            .computeIfAbsent(names.apply(read).apply(disclosure.name()), _ -> new ArrayList<>())
                            .add(disclosure.version());
                }
            }
        }
        return versionsByName.entrySet().stream()
                .map(entry -> new DisclosedVersions(entry.getKey(), entry.getValue()))
                .toList();
    }
}
