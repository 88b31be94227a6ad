package io.attestore.audit.changes;

/**
 * How a delivery stands.
 *
 * @param position up to where in the log the webhook has been told; -1 before it began
 * @param lag how many events of the log, of whatever kind, are beyond
 * @param attempts how often the next event was tried in vain
 * @param lastFailure why, in a few words; empty if the last attempt did not fail
 * @param deadLetters events that were given up
 */
public record DeliveryStatus(
        String webhook, long position, long lag, int attempts, String lastFailure, long deadLetters) {}
