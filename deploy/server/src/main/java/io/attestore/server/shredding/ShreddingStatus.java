package io.attestore.server.shredding;

import java.util.List;
import java.util.Optional;

/**
 * How far destructions are complete.
 *
 * @param dueGroups groups of keys with a destruction that is not complete
 * @param oldestDueSeconds for how long the oldest of these has not been
 * @param withinSeconds for how long it may at most
 * @param waitsFor what keeps groups that are rolled from being complete: standbys, in words
 * @param failingGroups how many groups this node has tried to roll in vain; the process log tells why
 * @param otherDirectory why this node's directory of keys is not the one that the database means; empty if it is
 */
public record ShreddingStatus(
        long dueGroups,
        long oldestDueSeconds,
        long withinSeconds,
        List<String> waitsFor,
        int failingGroups,
        Optional<String> otherDirectory) {

    public ShreddingStatus {
        waitsFor = List.copyOf(waitsFor);
    }

    public boolean isOverdue() {
        return oldestDueSeconds > withinSeconds;
    }
}
