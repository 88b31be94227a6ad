package io.attestore.proof.bench.calls;

import io.attestore.proof.bench.load.ApiConnection;
import io.attestore.proof.bench.load.ApiConnection.Answer;
import io.attestore.proof.bench.load.Question;
import io.attestore.proof.bench.load.Target;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/**
 * Whether an answer's record is there when it is looked for at once: reads a parameter that nobody else reads, then asks
 * LookupEvents for its newest records until the request id is among them. Not for sharing between threads.
 */
public final class LookupLag {

    private static final String PARAMETER = "/bench/probe";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Histogram untilShown = new Histogram(PATIENCE.toNanos(), 3);
    private long missingAtOnce;
    private long missingForGood;

    /** Probes until it is told to stop; once at least. */
    public void probe(Target target, BooleanSupplier goOn) throws IOException {
        try (ApiConnection connection = new ApiConnection(target, Clock.systemUTC())) {
            connection.ask(SecureStrings.put(PARAMETER, "")).requireOk();
            Question read = SecureStrings.read(PARAMETER);
            Question lookup = Lookups.newestOf(PARAMETER);
            do {
                Answer answer = connection.ask(read).requireOk();
                if (answer.requestId().isEmpty()) {
                    throw new IOException("The answer has no request id");
                }
                look(connection, lookup, answer.requestId());
            } while (goOn.getAsBoolean());
        }
    }

    public long probes() {
        return untilShown.getTotalCount() + missingForGood;
    }

    /** Records that the first LookupEvents after the answer did not show. */
    public long missingAtOnce() {
        return missingAtOnce;
    }

    /** Records that did not show for as long as it was tried. */
    public long missingForGood() {
        return missingForGood;
    }

    /** From the answer to the answer of the LookupEvents that shows it, in nanoseconds. */
    public Histogram untilShown() {
        return untilShown;
    }

    private void look(ApiConnection connection, Question lookup, String requestId) throws IOException {
        long answered = System.nanoTime();
        for (boolean first = true; ; first = false) {
            boolean shown = connection.ask(lookup).requireOk().body().contains(requestId);
            long nanos = System.nanoTime() - answered;
            if (shown) {
                untilShown.recordValue(Math.min(nanos, PATIENCE.toNanos()));
                return;
            }
            missingAtOnce += first ? 1 : 0;
            if (nanos > PATIENCE.toNanos()) {
                missingForGood++;
                return;
            }
        }
    }
}
