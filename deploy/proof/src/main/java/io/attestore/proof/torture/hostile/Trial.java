package io.attestore.proof.torture.hostile;

import java.time.Duration;

/**
 * How long honest clients are measured, and what they may notice.
 *
 * @param warmUp of the server, before anything is measured
 * @param calm how long they are measured before and after an attack
 * @param slowLimit for their 99th percentile while others send slowly
 * @param timesMax by how much that may grow while others make the processors work
 * @param slack added to that limit, for what a machine does besides
 */
public record Trial(Duration warmUp, Duration calm, Duration slowLimit, double timesMax, Duration slack) {

    public static final Trial FULL =
            new Trial(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofMillis(100), 2, Duration.ofMillis(5));
}
