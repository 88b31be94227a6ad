package io.attestore.proof.torture.overload;

import java.time.Duration;
import java.util.List;

/**
 * How much is asked of the server, and what has to come of it.
 *
 * @param moderate the numbers of connections by which the capacity is found
 * @param overload the number of connections that is too much
 * @param warmUp how long the server is under overload first, to be compiled and to have its memory
 * @param measuring how long each capacity is measured for
 * @param throughputShareMin of the capacity, that has to be left under overload
 * @param answerLimit within which every request has to be answered, be it by a refusal
 * @param recoveryLimit within which the latency of a single client is as it was, once the load has ended
 */
public record Demand(
        List<Integer> moderate,
        int overload,
        Duration warmUp,
        Duration measuring,
        double throughputShareMin,
        Duration answerLimit,
        Duration recoveryLimit) {

    public Demand {
        moderate = List.copyOf(moderate);
    }

    /** Ten times the connections with which a machine of two processors does its best. */
    public static final Demand FULL = new Demand(
            List.of(64, 256),
            2_560,
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            0.8,
            Duration.ofSeconds(12),
            Duration.ofSeconds(5));
}
