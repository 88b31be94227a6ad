package io.attestore.contract.operation;

import io.attestore.contract.operation.Decision.Denied;
import io.attestore.events.call.Principal;

/**
 * How AWS words a refusal for want of permission.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">AWS: access denied
 *     error messages</a>
 */
public final class AccessDenial {

    private static final int FORBIDDEN = 403;

    private AccessDenial() {}

    public static AwsFault of(AwsService service, Principal principal, Access access, Denied denied) {
        return access.refusal()
                .map(words -> words.of(principal, access))
                .orElseGet(() -> of(
                        service,
                        "User: " + principal.arn() + " is not authorized to perform: " + access.action()
                                + " on resource: " + access.told().orElseGet(access::resource) + " "
                                + denied.reason()));
    }

    /** In words of our own. */
    public static AwsFault of(AwsService service, String message) {
        return switch (service.protocol()) {
            case JSON_1_1 -> AwsFault.client("AccessDeniedException", message);
            case QUERY -> new AwsFault("AccessDenied", message, FORBIDDEN);
        };
    }
}
