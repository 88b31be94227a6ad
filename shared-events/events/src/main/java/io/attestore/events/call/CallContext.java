package io.attestore.events.call;

import io.attestore.events.id.AccountRegion;
import java.time.Instant;
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
        Optional<String> responseElements) {

    public CallContext withResponseElements(Optional<String> elements) {
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
                elements);
    }

    /** How the connection was protected. */
    public record TlsDetails(String version, String cipherSuite) {}
}
