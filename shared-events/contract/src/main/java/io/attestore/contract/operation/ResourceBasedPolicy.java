package io.attestore.contract.operation;

import io.attestore.events.call.Principal;
import io.attestore.policy.evaluation.ResourcePolicy;

/**
 * What the owner of a resource says who may do what with it. Asked for when a decision is made. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html">IAM:
 *     identity-based policies and resource-based policies</a>
 */
@FunctionalInterface
public interface ResourceBasedPolicy {

    /** As far as it can concern this request. */
    ResourcePolicy concerning(Principal principal, Access access);
}
