package io.attestore.proof.bench.load;

import io.attestore.proof.bench.meter.ProcessorSeconds;
import org.HdrHistogram.Histogram;

/**
 * What was measured in one window.
 *
 * @param answers those that came within the window
 * @param seconds the window
 * @param latency of these answers, in nanoseconds
 * @param processorMicros of each process per answer
 */
public record Measurement(long answers, double seconds, Histogram latency, ProcessorSeconds processorMicros) {

    /** The same, where something else kept the processes busy as well. */
    public Measurement withoutProcessors() {
        return new Measurement(answers, seconds, latency, ProcessorSeconds.UNKNOWN);
    }

    public double perSecond() {
        return answers / seconds;
    }

    public double p50Millis() {
        return latency.getValueAtPercentile(50) / 1e6;
    }

    public double p99Millis() {
        return latency.getValueAtPercentile(99) / 1e6;
    }
}
