package io.attestore.proof.torture.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Waits for what must come to be. */
public final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Wait() {}

    /**
     * Looks until it is true; whatever is thrown counts as not yet.
     *
     * @throws AssertionError if it does not become true within the limit
     */
    public static void until(String what, Duration limit, Callable<Boolean> isTrue) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        @Nullable Exception last = null;
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
        throw new AssertionError("Not within " + limit + ": " + what, last);
    }
}
