package io.attestore.proof.bench.figure;

import io.attestore.proof.bench.load.Measurement;
import io.attestore.proof.bench.meter.ProcessorSeconds;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the time of one answer goes: latency, and the processor time of each process that has a part in it.
 *
 * @param rounds one or more
 */
public record CostRow(String what, List<Measurement> rounds) {

    public static final String HEADER = """
            | what | answers/s | p50 ms | p99 ms | server µs | PostgreSQL µs | load µs | processors busy |
            |---|---:|---:|---:|---:|---:|---:|---:|""";

    public String markdown() {
        return "| " + what + " | " + cell(Measurement::perSecond) + " | " + cell(Measurement::p50Millis) + " | "
                + cell(Measurement::p99Millis) + " | "
                + cell(each -> each.processorMicros().server()) + " | "
                + cell(each -> each.processorMicros().postgres()) + " | "
                + cell(each -> each.processorMicros().load())
                + " | " + cell(CostRow::processorsBusy) + " |";
    }

    /** By these processes; whatever else runs on the machine is not in it. */
    private static double processorsBusy(Measurement measurement) {
        ProcessorSeconds micros = measurement.processorMicros();
        double sum = known(micros.server()) + known(micros.postgres()) + known(micros.load());
        return sum == 0 ? Double.NaN : sum * measurement.perSecond() / 1e6;
    }

    private static double known(double micros) {
        return Double.isNaN(micros) ? 0 : micros;
    }

    private String cell(ToDoubleFunction<Measurement> number) {
        return new Figure("", rounds.stream().mapToDouble(number).boxed().toList()).text();
    }
}
