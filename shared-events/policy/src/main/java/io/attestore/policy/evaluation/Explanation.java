package io.attestore.policy.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * A verdict with what led to it, as a simulation tells it. It costs much more than the verdict alone, which is the
 * same.
 *
 * @param matched the statements that determine it: those that deny or, of what is allowed, those that allow; none where
 *     nothing allows
 * @param allowedByBoundary whether the permissions boundary, if there is one, allows
 * @param acrossAccounts what each side says, where requester and resource are of two accounts and the resource has a
 *     policy
 * @param missingKeys the condition keys that statements about this action look at and that the request has no value of:
 *     each once, as it is first spelt
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">IAM: EvaluationResult</a>
 */
public record Explanation(
        Verdict verdict,
        List<Match> matched,
        Optional<Boolean> allowedByBoundary,
        Optional<Sides> acrossAccounts,
        List<String> missingKeys) {

    public Explanation {
        matched = List.copyOf(matched);
        missingKeys = List.copyOf(missingKeys);
    }

    /**
     * A statement that determines the verdict.
     *
     * @param gate the kind of policy that it is in
     */
    public record Match(Gate gate, Verdict.Grounds.ByStatement by) {}

    /**
     * What two accounts say.
     *
     * @param identity the requester's
     * @param resource the resource's owner
     */
    public record Sides(Verdict identity, Verdict resource) {}
}
