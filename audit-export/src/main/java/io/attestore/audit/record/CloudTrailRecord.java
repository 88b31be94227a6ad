package io.attestore.audit.record;

import io.attestore.events.call.CallContext.TlsDetails;
import io.attestore.events.call.DecidedBy;
import io.attestore.events.id.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One CloudTrail event record, version 1.11. Immutable, without any secret: what it holds was redacted before it came
 * into the log.
 *
 * @param eventId unique; the same each time that the record is made
 * @param requestId the id that the answer's x-amzn-RequestId header carried
 * @param eventTime when the call arrived; the record shows whole seconds
 * @param where the account that receives the event, and its Region
 * @param resources what the event is about, each once
 * @param sharedEventId the same in the records that several accounts receive of one action; empty if only one does
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">
 *     CloudTrail record contents</a>
 */
public record CloudTrailRecord(
        String eventId,
        String requestId,
        Instant eventTime,
        AccountRegion where,
        EventType type,
        Action action,
        Origin origin,
        Optional<Refusal> refusal,
        Elements elements,
        List<RecordResource> resources,
        Optional<String> sharedEventId) {

    public CloudTrailRecord {
        resources = List.copyOf(resources);
    }

    /** The same, of an action that another account receives a record of, too. */
    CloudTrailRecord shared(String id) {
        return new CloudTrailRecord(
                eventId,
                requestId,
                eventTime,
                where,
                type,
                action,
                origin,
                refusal,
                elements,
                resources,
                Optional.of(id));
    }

    /** The same, to whom these facts say. */
    CloudTrailRecord asToldTo(RecordFacts facts) {
        return new CloudTrailRecord(
                facts.eventId(),
                requestId,
                facts.eventTime(),
                facts.where(),
                type,
                facts.action(),
                new Origin(facts.identity(), origin.sourceAddress(), origin.userAgent(), origin.connection()),
                refusal,
                elements,
                facts.resources(),
                sharedEventId);
    }

    /** What was done: the service and operation as CloudTrail names them. */
    public record Action(String eventSource, String eventName, boolean readOnly) {}

    /** Who did it, from where. */
    public record Origin(
            RecordIdentity identity, String sourceAddress, String userAgent, Optional<ClientConnection> connection) {}

    /** The protected connection that the request came by, and the host name that the client asked for. */
    public record ClientConnection(TlsDetails tls, String host) {}

    /** AWS's error code and message as the caller saw them. */
    public record Refusal(String errorCode, String errorMessage) {}

    /**
     * The parts that differ from operation to operation, as JSON; what was disclosed and what decided are extensions of ours.
     */
    public record Elements(
            Optional<String> requestParameters,
            Optional<String> responseElements,
            Optional<String> serviceEventDetails,
            List<DisclosedVersions> disclosed,
            Optional<DecidedBy> decidedBy) {

        public Elements {
            disclosed = List.copyOf(disclosed);
        }

        static Elements ofRequest(String requestParameters) {
            return new Elements(
                    Optional.of(requestParameters), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }

        static Elements ofServiceEvent(String details) {
            return new Elements(Optional.empty(), Optional.empty(), Optional.of(details), List.of(), Optional.empty());
        }
    }

    /** What this record is found by. */
    public RecordFacts facts() {
        return new RecordFacts(eventId, eventTime, where, action, origin.identity(), resources);
    }

    /** The record as CloudTrail writes it, on one line, at most 256 KB. */
    public String json() {
        return RecordJson.write(this);
    }
}
