package io.attestore.server.call;

import io.attestore.contract.operation.AwsFault;
import io.attestore.contract.operation.AwsService;
import io.attestore.contract.operation.Decision.Denied;
import io.attestore.door.protocol.WireProtocol;
import io.attestore.door.sigv4.SignatureVerifier;
import io.attestore.events.call.Principal;

/**
 * How AWS words a refusal for want of permission or of a valid key.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">AWS: access denied
 *     error messages</a>
 */
final class AccessDenial {

    private static final int FORBIDDEN = 403;

    private AccessDenial() {}

    static AwsFault of(AwsService service, Principal principal, String action, String resource, Denied denied) {
        String message = "User: " + principal.arn() + " is not authorized to perform: " + action + " on resource: "
                + resource + " because " + denied.reason();
        return denied(service, message);
    }

    /** An operator has stopped all disclosure; why is not for callers. */
    static AwsFault sealed(AwsService service) {
        return denied(service, "The store is sealed against disclosure.");
    }

    private static AwsFault denied(AwsService service, String message) {
        return switch (service.protocol()) {
            case JSON_1_1 -> AwsFault.client("AccessDeniedException", message);
            case QUERY -> new AwsFault("AccessDenied", message, FORBIDDEN);
        };
    }

    /** The key was valid when the signature was checked and is not any more. */
    static AwsFault keyGone(AwsService service) {
        return WireProtocol.of(service).rejection(SignatureVerifier.UNKNOWN_KEY);
    }
}
