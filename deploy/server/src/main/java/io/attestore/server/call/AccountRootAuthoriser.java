package io.attestore.server.call;

import io.attestore.door.operation.Decision;
import io.attestore.door.operation.Decision.Allowed;
import io.attestore.door.operation.Decision.Denied;
import io.attestore.door.operation.Operation;
import io.attestore.entities.Entities;
import io.attestore.events.call.Principal;
import io.attestore.events.id.Arn;

/**
 * The root of an account may do everything within it, and nothing in another.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html">AWS: the root user</a>
 */
public final class AccountRootAuthoriser implements Authoriser {

    private static final String ANY = "*";

    /** The refusal's reason is the end of AWS's message, see {@link Operation#action()}. */
    @Override
    public Decision decide(Principal principal, String action, String resource, Entities entities) {
        if (!principal.type().equals(Principal.ROOT)) {
            return new Denied("no identity-based policy allows the " + action + " action");
        }
        boolean own = resource.equals(ANY)
                || Arn.parse(resource)
                        .filter(arn -> arn.account().equals(principal.account().value()))
                        .isPresent();
        return own
                ? new Allowed("the account's root user")
                : new Denied("no resource-based policy allows the " + action + " action");
    }
}
