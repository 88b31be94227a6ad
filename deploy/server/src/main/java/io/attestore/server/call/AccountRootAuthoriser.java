package io.attestore.server.call;

import io.attestore.contract.operation.Access;
import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Decision.Allowed;
import io.attestore.contract.operation.Decision.Denied;
import io.attestore.contract.state.Entities;
import io.attestore.events.call.Principal;

/**
 * The root of an account may do everything within it, and in another what the resource's own policy allows it. A refusal
 * is the same whether the resource is there or not, so that nobody learns what others have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html">AWS: the root user</a>
 */
public final class AccountRootAuthoriser implements Authoriser {

    /** A refusal's reason is the end of AWS's message. */
    @Override
    public Decision decide(Principal principal, Access access, Entities entities) {
        if (!(principal instanceof Principal.Root)) {
            return new Denied("no identity-based policy allows the " + access.action() + " action");
        }
        return isOwn(principal, access)
                ? new Allowed("the account's root user")
                : access.policy()
                        .flatMap(policy -> policy.allowing(principal, access.action()))
                        .<Decision>map(Allowed::new)
                        .orElseGet(
                                () -> new Denied("no resource-based policy allows the " + access.action() + " action"));
    }

    private static boolean isOwn(Principal principal, Access access) {
        return access.arn()
                .map(arn -> arn.account().equals(principal.account().value()))
                .orElse(true);
    }
}
