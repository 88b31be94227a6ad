package io.attestore.door.sigv4;

import io.attestore.door.http.HttpRequest;
import io.attestore.door.sigv4.Verdict.Rejected;
import java.util.Optional;

/**
 * What a request says of who signed it, read once: nothing of it is verified. Immutable. Not a record: it holds a signature,
 * which nothing may print.
 */
public final class SignatureClaim {

    private final Optional<Authentication> authentication;
    private final Optional<Rejected> fault;

    private SignatureClaim(Optional<Authentication> authentication, Optional<Rejected> fault) {
        this.authentication = authentication;
        this.fault = fault;
    }

    public static SignatureClaim of(HttpRequest request) {
        try {
            return new SignatureClaim(Optional.of(Authentication.of(request)), Optional.empty());
        } catch (RejectedException malformed) {
            return new SignatureClaim(Optional.empty(), Optional.of(malformed.verdict()));
        }
    }

    /** The service that the request says it was signed for; empty if it does not say so in the right form. */
    public Optional<String> service() {
        return authentication.map(claimed -> claimed.authorization().scope().service());
    }

    /** @throws RejectedException in AWS's words if there is none, or two, or one that is malformed */
    Authentication authentication() {
        return authentication.orElseThrow(() -> new RejectedException(fault.orElseThrow()));
    }
}
