package io.attestore.proof.torture.linearizability;

/** What was asked of the permissions of a user, and what was answered. */
public enum PermissionCall {
    /** PutUserPolicy with a policy that allows. */
    ALLOW,
    /** DeleteUserPolicy of that policy. */
    WITHDRAW,
    /** DeleteUserPolicy that found no policy: NoSuchEntity. */
    NO_POLICY,
    /** PutLock on the user. */
    LOCK,
    /** DeleteLock of that lock. */
    UNLOCK,
    /** DeleteLock that found no lock. */
    NO_LOCK,
    /** What the policy allows was done. */
    ALLOWED,
    /** It was refused. */
    DENIED
}
