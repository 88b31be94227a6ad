package io.attestore.proof.bench.load;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Keeps a load up until its rate is steady: two windows in a row that differ by less than a twentieth.
 *
 * @param window one window
 * @param max the whole warm-up at most
 */
public record WarmUp(Duration window, Duration max) {

    private static final double STEADY = 0.05;

    /** Answers the rate of the last window. */
    public double run(String name, Load load, Consumer<String> out) throws Exception {
        long end = System.nanoTime() + max.toNanos();
        double before = 0;
        while (true) {
            double now = load.during(window).perSecond();
            boolean steady = before > 0 && Math.abs(now - before) < STEADY * before;
            if (steady || System.nanoTime() + window.toNanos() > end) {
                out.accept(String.format(
                        Locale.ROOT, "  %s: %,.0f a second, %s", name, now, steady ? "steady" : "not steady yet"));
                return now;
            }
            before = now;
        }
    }
}
