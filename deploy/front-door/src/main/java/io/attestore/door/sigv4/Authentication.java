package io.attestore.door.sigv4;

import io.attestore.contract.operation.AwsService.Protocol;
import io.attestore.door.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a request says who signed it and when: in its Authorization header, or, if it was presigned, in its query string.
 *
 * <p>How long a presigned request is good for is not what its X-Amz-Expires says: STS, whose are the ones that are used,
 * accepts it for as long as any other, and clients that verify identities with them rely on it.
 *
 * @param signed what was signed: the request, of a presigned one without the signature in its query string
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">AWS:
 *     Authentication methods</a>
 */
record Authentication(HttpRequest signed, Authorization authorization, SigningTime time) {

    /** @throws RejectedException in AWS's words if there is none, or two, or one that is malformed */
    static Authentication of(HttpRequest request) {
        Optional<String> header = request.header("authorization");
        PresignedQuery query = PresignedQuery.of(request.query());
        if (header.isPresent() && query.isPresent()) {
            throw RejectedException.incomplete("Only one authentication mechanism is allowed: the query-string"
                    + " parameters or the Authorization header.");
        }
        if (header.isPresent()) {
            return new Authentication(request, Authorization.parse(header.get()), SigningTime.of(request));
        }
        if (query.isPresent()) {
            return new Authentication(
                    request.withQuery(query.signed()), query.authorization(), SigningTime.presigned(query.date()));
        }
        throw new RejectedException(Verdict.Reason.MISSING_TOKEN, "Missing Authentication Token");
    }

    /** Whether it comes with a session token, which no access key of this server has. */
    boolean ofSession() {
        return signed.header("x-amz-security-token").isPresent()
                || !PresignedQuery.of(signed.query()).sessionToken().isEmpty();
    }

    /** @throws RejectedException if the time is not the scope's day or too far from now */
    void requireFresh(Instant now) {
        time.requireFresh(authorization.scope(), now, clockSkewMax());
    }

    /** Until when the request is accepted, this moment included. */
    Instant lastMoment() {
        return time.at().plus(clockSkewMax());
    }

    private Duration clockSkewMax() {
        return Protocol.ofSigningName(authorization.scope().service()).clockSkewMax();
    }
}
