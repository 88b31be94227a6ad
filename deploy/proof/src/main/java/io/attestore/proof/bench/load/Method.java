package io.attestore.proof.bench.load;

import java.time.Duration;

/**
 * How figures are taken.
 *
 * @param rounds how often each; the tables show medians
 * @param time how long each time
 * @param warmUpMax how long it may take until the main load's rate is steady
 */
public record Method(int rounds, Duration time, Duration warmUpMax) {

    private static final Duration WINDOW_MAX = Duration.ofSeconds(5);
    private static final int WINDOWS_MIN = 4;
    private static final int LIGHTER = 6;

    /** For the load that the table is about. */
    public WarmUp warmUp() {
        Duration window = warmUpMax.dividedBy(WINDOWS_MIN);
        return new WarmUp(window.compareTo(WINDOW_MAX) < 0 ? window : WINDOW_MAX, warmUpMax);
    }

    /** For what is measured beside it and shares most of its code. */
    public WarmUp lighterWarmUp() {
        return new WarmUp(warmUp().window().dividedBy(2), warmUpMax.dividedBy(LIGHTER));
    }
}
