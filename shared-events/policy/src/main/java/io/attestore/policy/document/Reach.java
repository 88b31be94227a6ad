package io.attestore.policy.document;

/**
 * How a resource's policy names a requester, from the weakest to the strongest.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">
 *     IAM: How enforcement code logic evaluates requests</a>
 */
public enum Reach {
    /** Not at all. */
    NONE,
    /** By his account, which is let in and decides by its identity policies who of it is. */
    ACCOUNT,
    /** By the role or user that his session was made from: boundary and session policies still limit him. */
    ISSUER,
    /** By himself or as one of everybody: nothing of his account needs to allow it, too. */
    DIRECT;

    public Reach orStronger(Reach other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
