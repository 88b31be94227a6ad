package io.attestore.proof.bench.load;

import io.attestore.proof.bench.load.Question.Conversations;
import io.attestore.proof.bench.meter.Meters;
import io.attestore.proof.bench.meter.ProcessorSeconds;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Closed-loop load from one thread, the caller's: each of N connections sends its next request when it has its answer.
 * Every request is signed, every answer checked.
 */
public final class LoadGenerator {

    private static final long SILENCE_MILLIS_MAX = 30_000;
    private static final long LATENCY_NANOS_MAX = Duration.ofMinutes(1).toNanos();

    private final List<LoadConnection> connections = new ArrayList<>();
    private final Histogram latency = new Histogram(LATENCY_NANOS_MAX, 3);
    private long endNanos;
    private long lastAnswerNanos;
    private long answers;
    private int waiting;

    private LoadGenerator() {}

    /** A load of this kind, to be run as often as needed; each time opens its connections anew. */
    public static Load of(Target target, int connections, Conversations conversations, Meters meters) {
        return time -> new LoadGenerator().run(target, connections, conversations, meters, time);
    }

    private Measurement run(
            Target target, int connectionCount, Conversations conversations, Meters meters, Duration time)
            throws IOException {
        try (Selector selector = Selector.open()) {
            var signer = new RequestSigner(target, Clock.systemUTC());
            for (int index = 0; index < connectionCount; index++) {
                connections.add(new LoadConnection(target, selector, signer, conversations.of(index)));
            }
            ProcessorSeconds before = meters.read();
            long start = System.nanoTime();
            endNanos = start + time.toNanos();
            lastAnswerNanos = start;
            for (LoadConnection connection : connections) {
                waiting += connection.ask() ? 1 : 0;
            }
            while (waiting > 0) {
                answerAll(selector);
            }
            ProcessorSeconds spent = meters.read().since(before);
            return new Measurement(latency.getTotalCount(), seconds(start), latency, spent.microsPer(answers));
        } finally {
            for (LoadConnection connection : connections) {
                connection.close();
            }
        }
    }

    /** The window, or less if all had asked everything before its end. */
    private double seconds(long start) {
        return (Math.min(endNanos, lastAnswerNanos) - start) / 1e9;
    }

    private void answerAll(Selector selector) throws IOException {
        if (selector.select(SILENCE_MILLIS_MAX) == 0) {
            throw new IOException("No answer for " + SILENCE_MILLIS_MAX / 1000 + " seconds");
        }
        for (SelectionKey key : selector.selectedKeys()) {
            LoadConnection connection = (LoadConnection) key.attachment();
            if (connection.isAnswered()) {
                answered(connection);
            }
        }
        selector.selectedKeys().clear();
    }

    /** What is answered after the window is waited for, so that it burdens no other, and not counted. */
    private void answered(LoadConnection connection) throws IOException {
        long now = System.nanoTime();
        answers++;
        lastAnswerNanos = now;
        boolean within = now < endNanos;
        if (within) {
            latency.recordValue(Math.min(now - connection.askedNanos(), LATENCY_NANOS_MAX));
        }
        if (!within || !connection.ask()) {
            waiting--;
        }
    }
}
