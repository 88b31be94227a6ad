package io.attestore.events.call;

import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every event of a call has in common: who asked for what, when, from where. Written as the metadata of each of
 * them (see {@link CallMetadata}). Holds no secret: parameters are redacted before they come here.
 *
 * @param requestId the id that the answer's x-amzn-RequestId header carries
 * @param at when the call arrived, in microseconds' precision
 * @param where the account of the caller and the Region of the credential scope
 * @param eventSource the service as CloudTrail names it, e.g. {@code ssm.amazonaws.com}
 * @param eventName the operation, e.g. {@code GetParameter}
 * @param readOnly whether the operation changes nothing
 * @param userAgent at most 1024 characters; empty when none was sent
 * @param requestParameters the input as JSON, redacted; empty when there is none to record
 * @param responseElements the output as JSON, redacted; only for calls that change something
 * @param resources the ARNs that permission was asked for, at most 64, see {@link #withResources}; empty in events of
 *     older versions and where a call was refused before anybody knew them
 * @param decidedBy what allowed the call, or refused it; empty where no policy did, and in events of older versions
 */
public record CallContext(
        String requestId,
        Instant at,
        AccountRegion where,
        Principal principal,
        String eventSource,
        String eventName,
        boolean readOnly,
        String sourceAddress,
        String userAgent,
        String host,
        Optional<TlsDetails> tls,
        Optional<String> requestParameters,
        Optional<String> responseElements,
        Optional<List<Arn>> resources,
        Optional<DecidedBy> decidedBy) {

    public CallContext {
        resources = resources.map(CallArns::kept);
    }

    /** A call of which nobody knows yet what it is about. */
    public CallContext(
            String requestId,
            Instant at,
            AccountRegion where,
            Principal principal,
            String eventSource,
            String eventName,
            boolean readOnly,
            String sourceAddress,
            String userAgent,
            String host,
            Optional<TlsDetails> tls,
            Optional<String> requestParameters,
            Optional<String> responseElements) {
        this(
                requestId,
                at,
                where,
                principal,
                eventSource,
                eventName,
                readOnly,
                sourceAddress,
                userAgent,
                host,
                tls,
                requestParameters,
                responseElements,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The same, about these ARNs. Kept are the first 64 different ones, in their order, of those that are printable
     * ASCII throughout; all others are left out, since they would make the record of each call as large as callers like.
     */
    public CallContext withResources(List<Arn> arns) {
        return with(responseElements, Optional.of(arns), decidedBy);
    }

    public CallContext withResponseElements(Optional<String> elements) {
        return with(elements, resources, decidedBy);
    }

    public CallContext withDecidedBy(Optional<DecidedBy> decided) {
        return decided.isEmpty() ? this : with(responseElements, resources, decided);
    }

    private CallContext with(Optional<String> elements, Optional<List<Arn>> arns, Optional<DecidedBy> decided) {
        return new CallContext(
                requestId,
                at,
                where,
                principal,
                eventSource,
                eventName,
                readOnly,
                sourceAddress,
                userAgent,
                host,
                tls,
                requestParameters,
                elements,
                arns,
                decided);
    }

    /** How the connection was protected. */
    public record TlsDetails(String version, String cipherSuite) {}
}
