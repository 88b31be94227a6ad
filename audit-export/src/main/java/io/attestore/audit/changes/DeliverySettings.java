package io.attestore.audit.changes;

import java.time.Duration;

/**
 * The limits of delivery. Attempts and age are those that EventBridge has by default.
 *
 * @param attemptsMax after so many attempts an event goes to the dead letters
 * @param ageMax an event that is older than this gets one attempt
 * @param pauseMin the longest pause after a first failure; it doubles with each further one
 * @param pauseMax the longest pause of all
 * @param connectLimit for the connection
 * @param answerLimit for the answer
 * @param idle how long to wait for the log at most before looking again
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html">EventBridge: retry
 *     policy</a>
 */
public record DeliverySettings(
        int attemptsMax,
        Duration ageMax,
        Duration pauseMin,
        Duration pauseMax,
        Duration connectLimit,
        Duration answerLimit,
        Duration idle) {

    public static final DeliverySettings DEFAULT = new DeliverySettings(
            185,
            Duration.ofHours(24),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1));

    public DeliverySettings {
        boolean positive = pauseMin.isPositive()
                && pauseMax.isPositive()
                && ageMax.isPositive()
                && connectLimit.isPositive()
                && answerLimit.isPositive()
                && idle.isPositive();
        if (attemptsMax < 1 || !positive) {
            throw new IllegalArgumentException("Limits of delivery are positive");
        }
    }

    /** How long at most to wait after a number of failed attempts; the pause is random up to it. */
    Duration pauseAfter(int attempts) {
        Duration doubled = pauseMin.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 20));
        return doubled.compareTo(pauseMax) < 0 ? doubled : pauseMax;
    }
}
