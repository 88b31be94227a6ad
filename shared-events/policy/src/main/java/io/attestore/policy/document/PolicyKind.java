package io.attestore.policy.document;

/** What a document is for, which says what it must and must not have. */
public enum PolicyKind {
    /** Attached to a user, group or role, or set as a permissions boundary or for a session: names no principal. */
    IDENTITY,
    /** Who may assume a role: names principals and no resource. */
    TRUST,
    /** Attached to a resource: names principals. */
    RESOURCE
}
