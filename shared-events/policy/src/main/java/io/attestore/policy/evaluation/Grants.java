package io.attestore.policy.evaluation;

import java.util.Optional;

/**
 * Permissions beside a resource's policy that add to what it allows, each to one principal. Asked only where the resource's
 * policy does not allow already.
 */
@FunctionalInterface
public interface Grants {

    Grants NONE = () -> Optional.empty();

    /** A grant that allows the action, to the requester by whatever name; the caller has compared both. */
    Optional<Grant> allowing();

    /**
     * A grant.
     *
     * @param id what a record names it by
     * @param isToRequesterHimself false where it is to the role or user that his session was made from
     */
    record Grant(String id, boolean isToRequesterHimself) {}
}
