package io.attestore.audit.record;

import io.attestore.audit.record.CloudTrailRecord.Action;
import io.attestore.audit.record.CloudTrailRecord.Elements;
import io.attestore.audit.record.CloudTrailRecord.Origin;
import io.attestore.audit.record.CloudTrailRecord.Refusal;
import io.attestore.audit.record.RecordIdentity.AwsInternal;
import io.attestore.audit.record.RecordIdentity.Caller;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.AliasName;
import io.attestore.events.id.EventIds;
import io.attestore.events.id.KeyId;
import io.attestore.events.key.AliasCreated;
import io.attestore.events.key.KeyCreated;
import io.attestore.events.key.KeyManager;
import io.attestore.events.key.KeyMaterialRotated;
import io.attestore.events.key.KeyUseRefused;
import io.attestore.events.key.KeyUsed;
import io.attestore.events.log.RecordedEvent;
import io.attestore.events.parameter.ParameterRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The records of what KMS did besides the call itself.
 *
 * <ul>
 *   <li>Each use of a key by another service: the caller's identity, invokedBy that service, which is the source
 *       address and user agent, too.
 *   <li>Each rotation: AWS's service event RotateKey.
 *   <li>Each AWS managed key that a first use made: a service event CreateKey. AWS documents no record for this; ours
 *       has the form of RotateKey's.
 * </ul>
 *
 * <p>The use of another account's key is told to that account, too.
 *
 * <p>The id of such a record is {@linkplain EventIds#derived derived} from the event's id and the record's ordinal in
 * the event; it has the event's time.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/understanding-kms-entries.html">KMS: examples of
 *     log entries</a>
 */
final class KeyServiceRecords {

    static final String EVENT_SOURCE = "kms.amazonaws.com";

    private final CallContext context;
    private final List<RecordedEvent> events;
    private final boolean calledDirectly;
    private final List<RecordDraft> drafts = new ArrayList<>();

    private KeyServiceRecords(CallContext context, List<RecordedEvent> events) {
        this.context = context;
        this.events = events;
        this.calledDirectly = context.eventSource().equals(EVENT_SOURCE);
    }

    static List<RecordDraft> of(CallContext context, List<RecordedEvent> events) {
        KeyServiceRecords collected = new KeyServiceRecords(context, events);
        events.forEach(collected::add);
        return collected.drafts;
    }

    private void add(RecordedEvent recorded) {
        switch (recorded.event()) {
            case KeyUsed used when !calledDirectly -> addUses(recorded, used);
            case ParameterRead read -> addDecryptions(recorded, read);
            case KeyUseRefused refused when !calledDirectly -> addRefusedUse(recorded, refused);
            case KeyMaterialRotated rotated -> addRotation(recorded, rotated);
            case KeyCreated created when created.manager() == KeyManager.AWS -> addManagedKey(recorded, created);
            default -> {
                // Everything else is told by the record of the call.
            }
        }
    }

    private void addUses(RecordedEvent recorded, KeyUsed used) {
        for (int ordinal = 0; ordinal < used.encryptionContexts().size(); ordinal++) {
            Map<String, String> encryptionContext = used.encryptionContexts().get(ordinal);
            addUse(
                    eventId(recorded, ordinal),
                    used.where(),
                    used.keyId(),
                    used.operation(),
                    () -> encryptionContext,
                    Optional.empty());
        }
    }

    private void addDecryptions(RecordedEvent recorded, ParameterRead read) {
        for (int ordinal = 0; ordinal < read.disclosures().size(); ordinal++) {
            ParameterRead.Disclosure disclosure = read.disclosures().get(ordinal);
            if (disclosure.openedBy().isPresent()) {
                ParameterRead.OpeningKey key = disclosure.openedBy().get();
                addUse(
                        eventId(recorded, ordinal),
                        key.where(),
                        key.keyId(),
                        "Decrypt",
                        () -> encryptionContext(read, disclosure),
                        Optional.empty());
            }
        }
    }

    private static Map<String, String> encryptionContext(ParameterRead read, ParameterRead.Disclosure disclosure) {
        return Map.of(
                "PARAMETER_ARN",
                RecordResource.parameter(read.where(), disclosure.name()).arn().value());
    }

    private void addRefusedUse(RecordedEvent recorded, KeyUseRefused refused) {
        Refusal refusal = new Refusal(refused.errorCode(), refused.errorMessage());
        addUse(
                eventId(recorded, 0),
                refused.where(),
                refused.keyId(),
                refused.operation(),
                refused::encryptionContext,
                Optional.of(refusal));
    }

    /** The record of the caller, and one of the key's owner if that is another account. */
    private void addUse(
            String eventId,
            AccountRegion where,
            KeyId keyId,
            String operation,
            Supplier<Map<String, String>> encryptionContext,
            Optional<Refusal> refusal) {
        RecordFacts callers = new RecordFacts(
                eventId,
                context.at(),
                context.where(),
                new Action(EVENT_SOURCE, operation, true),
                new Caller(context.principal(), Optional.of(context.eventSource())),
                List.of(RecordResource.key(where, keyId)));
        Supplier<Elements> elements =
                () -> Elements.ofRequest(KeyJson.useOf(operation, keyId.arn(where), encryptionContext.get()));
        boolean own = where.account().equals(context.where().account());
        drafts.add(new RecordDraft(callers, facts -> {
            CloudTrailRecord use = use(facts, elements.get(), refusal);
            return own ? use : use.shared(OwnersView.sharedEventId(eventId));
        }));
        if (!own) {
            drafts.add(new RecordDraft(
                    OwnersView.facts(callers, context, where.account(), 0),
                    facts -> OwnersView.of(use(callers, elements.get(), refusal), facts, elements.get())));
        }
    }

    private CloudTrailRecord use(RecordFacts facts, Elements elements, Optional<Refusal> refusal) {
        String service = context.eventSource();
        return new CloudTrailRecord(
                facts.eventId(),
                context.requestId(),
                facts.eventTime(),
                facts.where(),
                EventType.AWS_API_CALL,
                facts.action(),
                new Origin(facts.identity(), service, service, Optional.empty()),
                refusal,
                elements,
                facts.resources(),
                Optional.empty());
    }

    private void addRotation(RecordedEvent recorded, KeyMaterialRotated rotated) {
        drafts.add(serviceEvent(
                recorded,
                "RotateKey",
                () -> KeyJson.rotationOf(rotated),
                List.of(RecordResource.key(rotated.where(), rotated.keyId()))));
    }

    private void addManagedKey(RecordedEvent recorded, KeyCreated created) {
        List<AliasName> aliases = aliasesOf(created.keyId());
        List<RecordResource> resources = new ArrayList<>();
        resources.add(RecordResource.key(created.where(), created.keyId()));
        aliases.forEach(alias -> resources.add(RecordResource.alias(created.where(), alias)));
        drafts.add(serviceEvent(recorded, "CreateKey", () -> KeyJson.managedKeyOf(created, aliases), resources));
    }

    private List<AliasName> aliasesOf(KeyId keyId) {
        List<AliasName> aliases = new ArrayList<>();
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof AliasCreated created
                    && created.target().equals(keyId)) {
                aliases.add(created.alias());
            }
        }
        return aliases;
    }

    private RecordDraft serviceEvent(
            RecordedEvent recorded, String eventName, Supplier<String> details, List<RecordResource> resources) {
        RecordFacts known = new RecordFacts(
                eventId(recorded, 0),
                context.at(),
                context.where(),
                new Action(EVENT_SOURCE, eventName, false),
                new AwsInternal(context.where().account()),
                resources);
        String service = AwsInternal.INVOKED_BY;
        return new RecordDraft(
                known,
                facts -> new CloudTrailRecord(
                        facts.eventId(),
                        context.requestId(),
                        facts.eventTime(),
                        facts.where(),
                        EventType.AWS_SERVICE_EVENT,
                        facts.action(),
                        new Origin(facts.identity(), service, service, Optional.empty()),
                        Optional.empty(),
                        Elements.ofServiceEvent(details.get()),
                        facts.resources(),
                        Optional.empty()));
    }

    private static String eventId(RecordedEvent recorded, int ordinal) {
        return EventIds.derived(UUID.fromString(recorded.eventId()), ordinal).toString();
    }
}
