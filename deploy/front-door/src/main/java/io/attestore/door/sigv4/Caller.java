package io.attestore.door.sigv4;

import io.attestore.events.call.Principal;
import io.attestore.events.id.AccountRegion;
import io.attestore.events.id.Region;

/**
 * Who signed a request, and what for.
 *
 * @param region the Region of the credential scope
 * @param service the service of the credential scope, e.g. {@code ssm}
 */
public record Caller(Principal principal, Region region, String service) {

    /** The namespace the call is about. */
    public AccountRegion where() {
        return new AccountRegion(principal.account(), region);
    }
}
