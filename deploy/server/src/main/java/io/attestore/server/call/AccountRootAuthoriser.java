package io.attestore.server.call;

import io.attestore.contract.operation.Decision;
import io.attestore.contract.operation.Decision.Allowed;
import io.attestore.contract.operation.Decision.Denied;
import io.attestore.contract.operation.Operation;
import io.attestore.contract.state.Entities;
import io.attestore.entities.ssm.parameter.Parameter;
import io.attestore.entities.ssm.parameter.ParameterReference;
import io.attestore.entities.ssm.parameter.ResourcePolicy;
import io.attestore.events.call.Principal;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * The root of an account may do everything within it, and in another what the resource policy of a parameter allows it.
 * A refusal is the same whether the parameter is there or not, so that nobody learns what others have.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html">AWS: the root user</a>
 */
public final class AccountRootAuthoriser implements Authoriser {

    private static final String ANY = "*";

    /** The refusal's reason is the end of AWS's message, see {@link Operation#action()}. */
    @Override
    public Decision decide(Principal principal, String action, String resource, Entities entities) {
        if (!(principal instanceof Principal.Root)) {
            return new Denied("no identity-based policy allows the " + action + " action");
        }
        boolean own = resource.equals(ANY)
                || Arn.parse(resource)
                        .filter(arn -> arn.account().equals(principal.account().value()))
                        .isPresent();
        return own ? new Allowed("the account's root user") : another(principal, action, resource, entities);
    }

    private static Decision another(Principal principal, String action, String resource, Entities entities) {
        return ParameterReference.parseArn(resource)
                .filter(reference -> reference.selector().isEmpty())
                .map(reference -> entities.load(Parameter.TYPE, reference.id()))
                .flatMap(parameter -> permitting(parameter, principal, action))
                .<Decision>map(policy -> new Allowed("the resource policy " + policy.id()))
                .orElseGet(() -> new Denied("no resource-based policy allows the " + action + " action"));
    }

    private static Optional<ResourcePolicy> permitting(Parameter parameter, Principal principal, String action) {
        return switch (parameter) {
            case Parameter.Absent absent -> Optional.empty();
            case Parameter.Present present -> present.resourcePolicies().permitting(principal, action);
        };
    }
}
