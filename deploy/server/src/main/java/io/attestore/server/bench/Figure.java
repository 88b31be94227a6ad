package io.attestore.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One row of the table: a name and what each round measured. Not safe for many threads. */
final class Figure {

    private final String name;
    private final List<Load.Measurement> rounds = new ArrayList<>();

    Figure(String name) {
        this.name = name;
    }

    void add(Load.Measurement measurement) {
        rounds.add(measurement);
    }

    double medianPerSecond() {
        return median(rounds.stream().map(Load.Measurement::perSecond).toList());
    }

    double medianP50Millis() {
        return median(rounds.stream().map(Load.Measurement::p50Millis).toList());
    }

    double medianP99Millis() {
        return median(rounds.stream().map(Load.Measurement::p99Millis).toList());
    }

    /** A Markdown row: name, units per second (median and range), p50 and p99 in milliseconds. */
    String row() {
        double min =
                rounds.stream().mapToDouble(Load.Measurement::perSecond).min().orElse(0);
        double max =
                rounds.stream().mapToDouble(Load.Measurement::perSecond).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f – %,.0f | %.2f | %.2f |",
                name,
                medianPerSecond(),
                min,
                max,
                medianP50Millis(),
                medianP99Millis());
    }

    static String header() {
        return "| what | per second (median) | range | p50 ms | p99 ms |\n|---|---:|---:|---:|---:|";
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
