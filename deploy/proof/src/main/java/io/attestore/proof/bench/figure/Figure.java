package io.attestore.proof.bench.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * One number of each round, shown as the median and the range.
 *
 * @param unit what it counts, e.g. {@code /s}; empty for a plain number
 * @param rounds one or more
 */
public record Figure(String unit, List<Double> rounds) {

    private static final String UNKNOWN = "–";

    public Figure {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("A figure has one round at least");
        }
    }

    public static Figure of(String unit, double... rounds) {
        return new Figure(unit, Arrays.stream(rounds).boxed().toList());
    }

    public double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public Figure map(String newUnit, DoubleUnaryOperator change) {
        return new Figure(newUnit, rounds.stream().map(change::applyAsDouble).toList());
    }

    /** Round by round, so that what both rounds suffered from cancels out. */
    public Figure over(Figure other) {
        if (rounds.size() != other.rounds.size()) {
            throw new IllegalArgumentException("A ratio needs as many rounds of the one as of the other");
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds.size(); round++) {
            ratios.add(rounds.get(round) / other.rounds.get(round));
        }
        return new Figure("", ratios);
    }

    /** The median with its unit. */
    public String text() {
        return number(median()) + (unit.isEmpty() || Double.isNaN(median()) ? "" : " " + unit);
    }

    /** Smallest to largest, without the unit. */
    public String range() {
        double least = rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return rounds.size() == 1 || Double.isNaN(least + most) ? UNKNOWN : number(least) + " – " + number(most);
    }

    /** Three digits or more, and a dash for what is not known. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return UNKNOWN;
        }
        double size = Math.abs(value);
        boolean whole = value == Math.rint(value);
        String format = size >= 100 || whole ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
