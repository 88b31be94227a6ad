package io.attestore.proof.torture.hostile;

import java.time.Duration;

/**
 * How long honest clients are measured, and what they may notice.
 *
 * @param warmUp of the server, before anything is measured
 * @param calm how long they are measured before, between and after attacks
 * @param windows in which an attack that makes the processors work is measured, with calm ones between
 * @param slowLimit for their 99th percentile while others send slowly
 * @param timesMax by how much that may grow while others make the processors work, in the median of the windows
 */
public record Trial(Duration warmUp, Duration calm, int windows, Duration slowLimit, double timesMax) {

    public static final Trial FULL =
            new Trial(Duration.ofSeconds(20), Duration.ofSeconds(10), 5, Duration.ofMillis(100), 2);
}
