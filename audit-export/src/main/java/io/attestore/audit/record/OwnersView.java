package io.attestore.audit.record;

import io.attestore.audit.record.CloudTrailRecord.Elements;
import io.attestore.audit.record.CloudTrailRecord.Origin;
import io.attestore.audit.record.RecordIdentity.AnotherAccount;
import io.attestore.audit.record.RecordIdentity.Caller;
import io.attestore.events.call.CallContext;
import io.attestore.events.id.AccountId;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import io.attestore.events.id.EventIds;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A call's record as it is told to an account whose resource another account's call was about: who that was is the
 * account and the principal's id, and nothing in it is a third account's or the caller's own. Both records have one
 * {@code sharedEventID}, and each an id of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/shared-event-ID.html">CloudTrail: example
 *     sharedEventID</a>
 */
final class OwnersView {

    private static final JsonFactory JSON = new JsonFactory();

    /** Far beyond the ordinals of what one event has records of. */
    private static final int SHARED_ID = 1_000_000;

    private OwnersView() {}

    /** The id that all records of one action have in common. */
    static String sharedEventId(String callersEventId) {
        return EventIds.derived(UUID.fromString(callersEventId), SHARED_ID).toString();
    }

    /** @param ordinal which one of the owners' records of this action it is, from 0 */
    static RecordFacts facts(RecordFacts callers, CallContext context, AccountId owner, int ordinal) {
        String eventId = EventIds.derived(UUID.fromString(callers.eventId()), SHARED_ID + 1 + ordinal)
                .toString();
        return new RecordFacts(
                eventId,
                callers.eventTime(),
                new AccountRegion(owner, context.where().region()),
                callers.action(),
                identity(callers.identity(), context),
                callers.resources().stream()
                        .filter(resource -> resource.arn().account().equals(owner.value()))
                        .toList());
    }

    /** @param elements what the owner may see of the call, but for the request's names of other resources */
    static CloudTrailRecord of(CloudTrailRecord callers, RecordFacts facts, Elements elements) {
        AccountId owner = facts.where().account();
        return new CloudTrailRecord(
                facts.eventId(),
                callers.requestId(),
                facts.eventTime(),
                facts.where(),
                callers.type(),
                facts.action(),
                new Origin(
                        facts.identity(),
                        callers.origin().sourceAddress(),
                        callers.origin().userAgent(),
                        callers.origin().connection()),
                callers.refusal(),
                new Elements(
                        elements.requestParameters().map(request -> without(request, owner)),
                        elements.responseElements(),
                        elements.serviceEventDetails(),
                        elements.disclosed(),
                        elements.decidedBy()),
                facts.resources(),
                Optional.of(sharedEventId(callers.eventId())));
    }

    private static RecordIdentity identity(RecordIdentity callers, CallContext context) {
        Optional<String> invokedBy = callers instanceof Caller caller ? caller.invokedBy() : Optional.empty();
        return new AnotherAccount(
                context.principal().account(), context.principal().principalId(), invokedBy);
    }

    /** A request without the names of what is not the owner's. */
    private static String without(String request, AccountId owner) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), request)) {
            parser.nextToken();
            return Json.object(json -> {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String member = parser.currentName();
                    json.writeName(member);
                    if (parser.nextToken() == JsonToken.START_ARRAY && member.equals("names")) {
                        json.writeStartArray();
                        while (parser.nextToken() == JsonToken.VALUE_STRING) {
                            if (isOf(parser.getString(), owner)) {
                                json.writeString(parser.getString());
                            }
                        }
                        json.writeEndArray();
                    } else {
                        json.copyCurrentStructure(parser);
                    }
                }
            });
        }
    }

    private static boolean isOf(String name, AccountId owner) {
        return Arn.parse(name.strip())
                .filter(arn -> arn.account().equals(owner.value()))
                .isPresent();
    }
}
