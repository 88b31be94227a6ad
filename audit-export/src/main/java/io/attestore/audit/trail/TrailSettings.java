package io.attestore.audit.trail;

import java.time.Duration;

/**
 * The limits of the trail.
 *
 * @param batchEvents how many events of the log are projected in one transaction, and read at a time
 * @param linger how long the projector gathers events before it writes; searches do not wait for it
 * @param idle how long the projector sleeps at most when nothing happens
 * @param retryPause how long it waits after a failure, or while another node projects
 * @param tailEventsMax how many events a search scans that are not indexed yet; beyond that it fails
 * @param catchUpTimeout how long a search waits for this node to learn of what another node has indexed
 * @param searchTimeout how long the database may work at one statement of a search, waiting for locks included; at least
 *     a millisecond
 */
public record TrailSettings(
        int batchEvents,
        Duration linger,
        Duration idle,
        Duration retryPause,
        int tailEventsMax,
        Duration catchUpTimeout,
        Duration searchTimeout) {

    public static final TrailSettings DEFAULT = new TrailSettings(
            5_000,
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofMillis(500),
            200_000,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));

    public TrailSettings {
        atLeastOne(batchEvents, "batchEvents");
        atLeastOne(tailEventsMax, "tailEventsMax");
        atLeastOne(searchTimeout.toMillis(), "searchTimeout in milliseconds");
    }

    private static void atLeastOne(long value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1");
        }
    }
}
