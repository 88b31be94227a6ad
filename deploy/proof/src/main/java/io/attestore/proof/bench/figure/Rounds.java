package io.attestore.proof.bench.figure;

import io.attestore.proof.bench.load.Load;
import io.attestore.proof.bench.load.Measurement;
import io.attestore.proof.bench.load.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Loads that take turns: each once in every round, so that what changes over time touches all of them. Every other
 * round goes the other way, so that of two loads neither always finds the machine as the other has left it.
 */
public final class Rounds {

    private final Map<String, Load> loads = new LinkedHashMap<>();
    private final Map<String, List<Measurement>> taken = new LinkedHashMap<>();
    private final Rest rest;

    /** What lets the machine come to rest before the next load. */
    @FunctionalInterface
    public interface Rest {

        void take() throws Exception;
    }

    public Rounds(Rest rest) {
        this.rest = rest;
    }

    /** Loads take their turns in the order in which they were added, and then back. */
    public void add(String name, Load load) {
        loads.put(name, load);
        taken.put(name, new ArrayList<>());
    }

    public Load load(String name) {
        return known(loads.get(name), name);
    }

    public void run(Method method, Consumer<String> out) throws Exception {
        for (int round = 1; round <= method.rounds(); round++) {
            out.accept("Round " + round + " of " + method.rounds() + " …");
            List<String> order = List.copyOf(loads.keySet());
            for (String name : round % 2 == 1 ? order : order.reversed()) {
                rest.take();
                measurements(name).add(load(name).during(method.time()));
            }
        }
    }

    public Figure perSecond(String name) {
        return figure(name, "/s", Measurement::perSecond);
    }

    public Figure p50Millis(String name) {
        return figure(name, "ms", Measurement::p50Millis);
    }

    public Figure p99Millis(String name) {
        return figure(name, "ms", Measurement::p99Millis);
    }

    /** A line for each load that was measured. */
    public List<CostRow> costs() {
        return taken.entrySet().stream()
                .map(each -> new CostRow(each.getKey(), each.getValue()))
                .toList();
    }

    private Figure figure(String name, String unit, ToDoubleFunction<Measurement> number) {
        return new Figure(
                unit, measurements(name).stream().mapToDouble(number).boxed().toList());
    }

    private List<Measurement> measurements(String name) {
        return known(taken.get(name), name);
    }

    private static <T> T known(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("Not measured: " + name);
        }
        return value;
    }
}
