package io.attestore.contract.operation;

import io.attestore.events.call.Principal;
import io.attestore.events.id.Arn;
import java.util.Optional;

/**
 * One thing that a call needs permission for, as policies see it. Immutable.
 *
 * @param action IAM's action, e.g. {@code kms:Encrypt}
 * @param arn of the resource; empty where the action is about none of its own
 * @param conditions the condition keys that this request has beyond those of every request
 * @param policy what the resource's owner allows others; empty if the resource has no policy, or is not there
 * @param refusal the words of a denial; empty for those that AWS uses everywhere
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">
 *     Actions, resources and condition keys for AWS services</a>
 */
public record Access(
        String action,
        Optional<Arn> arn,
        ConditionValues conditions,
        Optional<ResourceBasedPolicy> policy,
        Optional<Refusal> refusal) {

    /** How policies write the resource of an action that is about none of its own. */
    public static final String ANY = "*";

    /** How a denial is told, where a service has words of its own for it. */
    @FunctionalInterface
    public interface Refusal {

        AwsFault of(Principal principal, Access access);
    }

    public static Access to(String action, Arn resource) {
        return new Access(action, Optional.of(resource), ConditionValues.NONE, Optional.empty(), Optional.empty());
    }

    public static Access toAny(String action) {
        return new Access(action, Optional.empty(), ConditionValues.NONE, Optional.empty(), Optional.empty());
    }

    /** The resource as policies and messages write it. */
    public String resource() {
        return arn.map(Arn::value).orElse(ANY);
    }

    /** The same with further condition keys; of those that it has already, its own values stay. */
    public Access where(ConditionValues further) {
        return new Access(
                action, arn, conditions == ConditionValues.NONE ? further : conditions.or(further), policy, refusal);
    }

    public Access under(ResourceBasedPolicy ownersPolicy) {
        return new Access(action, arn, conditions, Optional.of(ownersPolicy), refusal);
    }

    public Access refusedAs(Refusal words) {
        return new Access(action, arn, conditions, policy, Optional.of(words));
    }
}
