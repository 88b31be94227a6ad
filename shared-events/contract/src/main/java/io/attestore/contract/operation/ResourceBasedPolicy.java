package io.attestore.contract.operation;

import io.attestore.events.call.Principal;
import java.util.Optional;

/**
 * What the owner of a resource allows others to do with it. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html">IAM:
 *     identity-based policies and resource-based policies</a>
 */
@FunctionalInterface
public interface ResourceBasedPolicy {

    /** What allows it, in words for an operator; empty if nothing does. */
    Optional<String> allowing(Principal principal, String action);
}
