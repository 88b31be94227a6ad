package io.attestore.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what must come to be. */
final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Wait() {}

    /** Looks until it is true; whatever is thrown counts as not yet. */
    static void until(String what, Duration limit, Callable<Boolean> isTrue) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (isTrue.call()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception notYet) {
                last = notYet;
            }
            Thread.sleep(PAUSE);
        }
        assertThat(false).as("%s within %s (%s)", what, limit, last).isTrue();
    }
}
