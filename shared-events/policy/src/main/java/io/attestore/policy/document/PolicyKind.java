package io.attestore.policy.document;

/** What a document is for, which decides what its statements must say. */
public enum PolicyKind {
    /** Held by a user, group, role or session: it names resources and no principals. */
    IDENTITY,
    /** Who may assume a role: it names principals and no resources. */
    TRUST,
    /** Of a resource: it names principals, and resources unless they can only be the one. */
    RESOURCE
}
