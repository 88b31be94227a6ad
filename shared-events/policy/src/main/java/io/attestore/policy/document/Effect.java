package io.attestore.policy.document;

/** What a statement does where it matches. */
public enum Effect {
    ALLOW,
    DENY
}
