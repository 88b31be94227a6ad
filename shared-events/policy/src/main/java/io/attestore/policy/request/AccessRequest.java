package io.attestore.policy.request;

import io.attestore.events.id.AccountId;

/**
 * One action on one resource.
 *
 * @param resource its ARN, or {@value #ANY_RESOURCE} for an action that is on none
 * @param resourceAccount the account that owns the resource; where there is none, the account that the action is in
 */
public record AccessRequest(
        Requester requester,
        ActionName action,
        String resource,
        AccountId resourceAccount,
        RequestConditions conditions) {

    public static final String ANY_RESOURCE = "*";

    /** Whether the requester belongs to the resource's own account. */
    public boolean isWithinAccount() {
        return requester instanceof Requester.InAccount member
                && member.account().equals(resourceAccount);
    }
}
