package io.attestore.proof.bench.meter;

/**
 * Processor seconds of those who work together on a measurement; not a number where one has no part in it or cannot be
 * measured.
 *
 * @param server the process that answers
 * @param postgres its PostgreSQL, all processes together
 * @param load the process that asks: this one
 */
public record ProcessorSeconds(double server, double postgres, double load) {

    public static final ProcessorSeconds UNKNOWN = new ProcessorSeconds(Double.NaN, Double.NaN, Double.NaN);

    public ProcessorSeconds since(ProcessorSeconds earlier) {
        return new ProcessorSeconds(server - earlier.server, postgres - earlier.postgres, load - earlier.load);
    }

    /** Microseconds of each per answer. */
    public ProcessorSeconds microsPer(long answers) {
        double factor = 1e6 / Math.max(1, answers);
        return new ProcessorSeconds(server * factor, postgres * factor, load * factor);
    }
}
