package io.attestore.proof.torture.faults;

import io.attestore.proof.torture.client.Answer;
import io.attestore.proof.torture.client.ApiClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The server's clock is set forward and back by minutes while it works. Records carry the time that it shows, clients
 * whose clock differs by more than the five minutes that Signature Version 4 allows are refused, all else goes on.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html">Troubleshooting
 *     Signature Version 4</a>
 */
record SteppedClock(ClockedStore store) implements Harm {

    /** Each step is shorter than the skew that a signature may have: no call is under way for longer. */
    private static final List<Duration> STEPS = Stream.of(4, 8, 4, 0, -4, -8, -4, 0)
            .map(minutes -> Duration.ofMinutes(minutes))
            .toList();

    private static final Duration SKEW_MAX = Duration.ofMinutes(5);
    private static final Duration TIME_ON_EACH = Duration.ofMillis(300);
    private static final Duration ROUNDING = Duration.ofSeconds(10);

    @Override
    public String title() {
        return "the clock stepped forward and back";
    }

    @Override
    public void inflict(Sight sight) throws InterruptedException {
        try (ApiClient strayed = store.clientBy(Clock.systemUTC())) {
            for (Duration step : STEPS) {
                store.clock().set(step);
                sight.awaitSuccesses();
                Thread.sleep(TIME_ON_EACH);
                requireSkewRule(step, strayed, sight);
                requireTimeOf(step, sight);
            }
        } finally {
            store.clock().set(Duration.ZERO);
        }
    }

    private static void requireSkewRule(Duration step, ApiClient strayed, Sight sight) {
        Answer answer = strayed.kms("ListKeys", "{}");
        boolean within = step.abs().compareTo(SKEW_MAX) < 0;
        if (answer.isOk() != within || !within && answer.status() >= 500) {
            sight.violated("a signature whose time was " + step + " off was answered " + answer.status() + " "
                    + answer.error());
        }
    }

    /** A call of now is among the records, with the time that the server's clock shows. */
    private void requireTimeOf(Duration step, Sight sight) {
        Instant now = store.clock().instant();
        Answer answer = sight.client().kms("ListAliases", "{}");
        boolean told = false;
        for (JsonNode record : sight.client().recordsOf("ListAliases")) {
            if (record.path("requestID").asString("").equals(answer.requestId())) {
                Instant time = Instant.parse(record.path("eventTime").asString());
                told = Duration.between(now, time).abs().compareTo(ROUNDING) < 0;
            }
        }
        if (!answer.isOk() || !told) {
            sight.violated("a call at " + step + " is not in the trail at the time of its server");
        }
    }
}
