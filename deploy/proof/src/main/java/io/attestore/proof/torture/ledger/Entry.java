package io.attestore.proof.torture.ledger;

import java.time.Duration;

/**
 * One call in the ledger of its client.
 *
 * @param callId what the client called itself in the call, so that the record names it
 * @param begunNanos when it was sent, by {@link System#nanoTime()}
 * @param endedNanos when its outcome was known
 * @param complaint what was wrong with the form of the answer; empty if nothing was
 */
record Entry(String callId, Asked asked, long begunNanos, long endedNanos, Outcome outcome, String complaint) {

    Duration duration() {
        return Duration.ofNanos(endedNanos - begunNanos);
    }
}
